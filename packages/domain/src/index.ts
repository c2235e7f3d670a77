export { type Day, dayOf, isoOf, parseDay, plusMonths, yearOf } from './day.ts';
export { Rational } from './exact.ts';
export type { Text } from './text.ts';
export { parseQuantity, type Quantity, type Unit, unitNames, units } from './unit.ts';
export type { Verdict } from './verdict.ts';
