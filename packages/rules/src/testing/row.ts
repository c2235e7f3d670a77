/** Values of one judged enterprise by slot: numbers, flags (1/0) and days, NaN where missing; texts or undefined. */
export type Row = (number | string | undefined)[];
