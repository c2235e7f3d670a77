import { useCopy } from '../shell/language.tsx';
import type { SignInOutcome } from '../shell/sign-in.ts';
import { identityCopy } from './copy.ts';

type Refused = Extract<SignInOutcome, { kind: 'refused' }>;

/** Why the door stayed closed, in words; a wrong password and an unknown name are told alike on purpose. */
export function useRefusal(): (refused: Refused, wrong: string) => string {
  const t = useCopy(identityCopy);
  return (refused, wrong) => {
    switch (refused.reason) {
      case 'too_many':
        return t.tooMany(refused.wait ?? 60);
      case 'locked':
        return refused.message ?? t.locked;
      case 'offline':
        return t.offline;
      case 'wrong':
        return wrong;
    }
  };
}
