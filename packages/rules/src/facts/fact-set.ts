/** A value as it is kept: numbers in the dictionary's unit, ISO dates, texts; absent and null both mean not known. */
export type FactValue = number | boolean | string | null;

/** Everything known about one enterprise, to be judged on one day. */
export interface FactSet {
  /** ISO date; the last full accounting year is the one before it (BND-06). */
  asOf: string;
  enterprise: Readonly<Record<string, FactValue>>;
  /** By calendar year. */
  years: Readonly<Record<string, Readonly<Record<string, FactValue>>>>;
}
