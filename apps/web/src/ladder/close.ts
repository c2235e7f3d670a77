import { factPhrase } from '../shell/format/fact.ts';
import { percent } from '../shell/format/number.ts';
import type { Language } from '../shell/language.tsx';
import type { Criterion } from './judgement.ts';

const USUAL_PLACES = 2;
const MOST_PLACES = 8;

/** Digits after the point of a percentage with which a gap (a fraction) still shows: 4.996 % must not read 5 %. */
export function placesFor(gap: number | null): number {
  if (!gap) return USUAL_PLACES;
  const needed = Math.ceil(-Math.log10(Math.abs(gap) * 100));
  return Math.min(MOST_PLACES, Math.max(USUAL_PLACES, needed));
}

/** What was found, exact enough that it never reads as what is required while it falls short. */
export function actualPhrase({ actual, gap, unit }: Criterion, language: Language): string {
  if (unit === '%' && typeof actual === 'number') return percent(actual, placesFor(gap));
  return factPhrase(actual, unit ?? '', language);
}

/** The gap between two percentages is told in points, as the sentence does. */
export function gapPhrase(gap: number, unit: string, language: Language): string {
  if (unit !== '%') return factPhrase(gap, unit, language);
  const points = percent(gap, placesFor(gap)).replace(' %', '');
  return `${points} ${language === 'zh' ? '个百分点' : 'points'}`;
}
