import type { Clock } from '../platform/clock.ts';

const CHINA_MS = 8 * 3_600_000;

/** The date in China, where every district lies, wherever the server runs. */
export function todayOf(clock: Clock): string {
  return new Date(clock.now().getTime() + CHINA_MS).toISOString().slice(0, 10);
}

/** The accounting year whose figures lists show: the last full one (BND-06). */
export function figuresYearOf(clock: Clock): number {
  return Number(todayOf(clock).slice(0, 4)) - 1;
}
