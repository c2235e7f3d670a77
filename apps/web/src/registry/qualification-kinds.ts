import { qualificationKind, qualificationKinds } from '@forest/domain';
import { useSay } from '../shell/language.tsx';

/** The qualification kinds known by name, for filters. */
export function useQualificationKinds(): { value: string; label: string }[] {
  const say = useSay();
  return Object.entries(qualificationKinds).map(([value, { name }]) => ({ value, label: say(name) }));
}

/** Names any kind; one that nobody named keeps its own word. */
export function useKindName(): (kind: string) => string {
  const say = useSay();
  return (kind) => say(qualificationKind(kind).name);
}
