import type { Answers } from '../../shell/client.ts';
import { useCopy } from '../../shell/language.tsx';
import { Mark } from '../../shell/parts/Marks.tsx';
import { registryCopy } from '../copy.ts';

type State = Answers['registry']['enterprises']['list']['rows'][number]['state'];

export function EnterpriseStateMark({ state }: { state: State }) {
  const t = useCopy(registryCopy);
  return <Mark tone={state === 'active' ? 'good' : 'plain'}>{t[state]}</Mark>;
}
