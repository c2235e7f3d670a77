/** A date as whole days since 1970-01-01. Calendar arithmetic without time zones. */
export type Day = number;

const DAY_MS = 86_400_000;

/** @returns null when the text is not an ISO date that exists (2023-02-29 does not). */
export function parseDay(iso: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.getTime() / DAY_MS : null;
}

/** @throws RangeError when the text is not an existing ISO date. */
export function dayOf(iso: string): Day {
  const day = parseDay(iso);
  if (day === null) throw new RangeError(`not a date (YYYY-MM-DD): ${iso}`);
  return day;
}

export function isoOf(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function yearOf(day: Day): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** Same day of the month, or the month's last day where there is none: 31 January + 1 month = 28/29 February. */
export function plusMonths(day: Day, months: number): Day {
  const at = new Date(day * DAY_MS);
  const date = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() + months);
  const lastOfMonth = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(date, lastOfMonth));
  return at.getTime() / DAY_MS;
}
