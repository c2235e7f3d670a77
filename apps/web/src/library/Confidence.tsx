import type { Answers } from '../shell/client.ts';
import { useCopy } from '../shell/language.tsx';
import { libraryCopy } from './copy.ts';

type Level = Answers['library']['rules']['get']['detail'][number]['confidence'];

const meanings = {
  'V+': 'meaning_V_plus',
  V: 'meaning_V',
  'K-H': 'meaning_K_H',
  'K-M': 'meaning_K_M',
  'K-L': 'meaning_K_L',
  C: 'meaning_C',
  D: 'meaning_D',
} as const satisfies Record<Level, keyof typeof libraryCopy>;

/** How sure the content is of what it says, in words; anything weaker than two sources is set off. */
export function Confidence({ level }: { level: Level }) {
  const t = useCopy(libraryCopy);
  return (
    <span className={level === 'V+' || level === 'C' ? 'tag' : 'tag warn'} title={`${t.confidence} ${level}`}>
      {t[meanings[level]]}
    </span>
  );
}
