import type { Text } from '@forest/domain';

/**
 * Why the platform cannot start, in one sentence for each language that says what to do.
 * The command line prints `text` and exits; `cause` is for the log.
 */
export class StartupFault extends Error {
  readonly text: Text;

  constructor(text: Text, cause?: unknown) {
    super(`${text.zh}\n${text.en}`, { cause });
    this.name = 'StartupFault';
    this.text = text;
  }
}
