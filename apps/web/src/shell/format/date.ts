import type { Language } from '../language.tsx';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'].concat([
  'October',
  'November',
  'December',
]);

/** For prose: `2026年11月22日`, `22 November 2026`. Tables show the ISO date as it is. */
export function proseDate(iso: string, language: Language): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month - 1]} ${year}`;
}

/** Districts keep Beijing time, wherever the reader sits: UTC+8 all year. */
const BEIJING_MS = 8 * 3_600_000;

/** A moment in Beijing time: `2026-11-22 14:05`. */
export function moment(at: Date): string {
  return beijing(at).slice(0, 16).replace('T', ' ');
}

/** The ISO date of a moment in Beijing. */
export function localDay(at: Date): string {
  return beijing(at).slice(0, 10);
}

function beijing(at: Date): string {
  return new Date(at.getTime() + BEIJING_MS).toISOString();
}
