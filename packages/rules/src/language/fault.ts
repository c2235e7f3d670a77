import type { Text } from '@forest/domain';
import type { Path } from '../content/diagnostic.ts';

/** Thrown while elaborating and turned into a diagnostic at the nearest criterion, measure or score part. */
export class ContentFault extends Error {
  readonly code: string;
  readonly text: Text;
  readonly remedy: Text;
  /** Character in the expression at fault. */
  readonly offset: number;
  /** Set when the fault stands elsewhere than the element being read, in a measure for instance. */
  path: Path | null = null;

  constructor(code: string, text: Text, remedy: Text, offset = 0) {
    super(text.en);
    this.code = code;
    this.text = text;
    this.remedy = remedy;
    this.offset = offset;
  }
}
