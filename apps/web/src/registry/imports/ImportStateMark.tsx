import type { Answers } from '../../shell/client.ts';
import { useCopy } from '../../shell/language.tsx';
import { Mark } from '../../shell/parts/Marks.tsx';
import { importCopy } from './copy.ts';

type State = Answers['registry']['imports']['get']['state'];

const TONES = {
  uploaded: 'unknown',
  reading: 'unknown',
  previewed: 'warn',
  queued: 'unknown',
  running: 'plain',
  done: 'good',
  failed: 'bad',
  cancelled: 'plain',
} as const;

export function ImportStateMark({ state }: { state: State }) {
  const t = useCopy(importCopy);
  return <Mark tone={TONES[state]}>{t[`state_${state}`]}</Mark>;
}
