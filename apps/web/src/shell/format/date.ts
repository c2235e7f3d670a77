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

/** A moment in the reader's own time zone: `2026-11-22 14:05`. */
export function moment(at: Date): string {
  return `${localDay(at)} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The ISO date of a moment in the reader's own time zone. */
export function localDay(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
