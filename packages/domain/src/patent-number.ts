import { plainNumber } from './normalise.ts';

export type PatentKind = 'invention' | 'utilityModel' | 'design' | 'pctInvention' | 'pctUtilityModel';

export interface PatentNumber {
  /** Normalised application number with its point, without `ZL`: `201710601862.3`. */
  number: string;
  /** `no_check`: the digits fit, the check character was left out; `check_fails` is a warning. */
  status: 'valid' | 'check_fails' | 'no_check' | 'malformed';
  kind: PatentKind | null;
  /** Year of application; two-digit years of the old numbers are 1985 to 2003. */
  year: number | null;
}

/** Type digit of an application number since 2003-10-01, and of the two-digit-year numbers before. */
const KINDS: Record<string, PatentKind> = {
  1: 'invention',
  2: 'utilityModel',
  3: 'design',
  8: 'pctInvention',
  9: 'pctUtilityModel',
};

/** Reads a Chinese patent or application number: `ZL 2017 1 0601862.3`, `95115608.X`. */
export function readPatentNumber(text: string): PatentNumber {
  const plain = plainNumber(text)
    .replace(/^ZL|^CN(?=\d{8,12}\.?[\dX]?$)/, '')
    .replace(/-/g, '');
  const match = /^(\d{12}|\d{8})\.?([\dX])?$/.exec(plain);
  const [, digits, check] = match ?? [];
  const modern = digits?.length === 12;
  const kind = digits ? KINDS[digits[modern ? 4 : 2]!] : undefined;
  if (!digits || !kind) return { number: plain, status: 'malformed', kind: null, year: null };
  const year = modern ? Number(digits.slice(0, 4)) : 1900 + Number(digits.slice(0, 2)) + (digits < '85' ? 100 : 0);
  if (check === undefined) return { number: digits, status: 'no_check', kind, year };
  return { number: `${digits}.${check}`, status: check === patentCheck(digits) ? 'valid' : 'check_fails', kind, year };
}

/** Weights 2 to 9, again from 2, modulo 11, where 10 is written X. */
export function patentCheck(digits: string): string {
  let sum = 0;
  for (const [place, digit] of [...digits].entries()) sum += Number(digit) * (2 + (place % 8));
  const rest = sum % 11;
  return rest === 10 ? 'X' : String(rest);
}
