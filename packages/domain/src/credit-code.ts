import { plainNumber } from './normalise.ts';

/**
 * - `valid`: 18 characters with the right check character
 * - `check_fails`: well formed, but the check character differs; real codes like this exist, so it is a warning
 * - `old`: a number from before 2015 (15-digit registration, 15-character tax, 9-character organisation code)
 * - `malformed`: anything else; `absent`: nothing was given
 */
export type CreditCodeStatus = 'valid' | 'check_fails' | 'old' | 'malformed' | 'absent';

export interface CreditCode {
  /** Normalised, ready to store and compare. */
  code: string;
  status: CreditCodeStatus;
  /** The character that position 18 should have; null when the first 17 do not allow one. */
  expectedCheck: string | null;
  /** Whether the organisation code inside (positions 9 to 17) carries its own right check; a warning only. */
  organisationCheck: boolean | null;
}

/** GB 32100-2015: 31 characters, without I, O, S, V and Z. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** GB 32100-2015: the i-th weight is 3^(i-1) mod 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** GB 11714: organisation codes, letters counting from A = 10. */
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Reads a unified social credit code 统一社会信用代码 (GB 32100-2015) as people write it. */
export function readCreditCode(text: string | null | undefined): CreditCode {
  const code = plainNumber(text ?? '');
  const nothing = { code, expectedCheck: null, organisationCheck: null };
  if (code === '') return { ...nothing, status: 'absent' };
  if (/^\d{15}$/.test(code) || /^\d{6}[0-9A-Z]{8}-?[0-9X]$/.test(code) || /^[0-9A-Z]{8}-?[0-9X]$/.test(code))
    return { ...nothing, status: 'old' };
  const expectedCheck = code.length === 18 ? creditCodeCheck(code) : null;
  if (expectedCheck === null || !CHARACTERS.includes(code[17]!)) return { ...nothing, status: 'malformed' };
  const organisationCheck = organisationCodeCheck(code.slice(8, 16)) === code[16];
  return { code, status: code[17] === expectedCheck ? 'valid' : 'check_fails', expectedCheck, organisationCheck };
}

/**
 * The check character for the first 17 characters.
 * @returns null when one of them is not in the standard's set.
 */
export function creditCodeCheck(code: string): string | null {
  let sum = 0;
  for (const [place, weight] of WEIGHTS.entries()) {
    const value = CHARACTERS.indexOf(code[place] ?? ' ');
    if (value < 0) return null;
    sum += value * weight;
  }
  return CHARACTERS[(31 - (sum % 31)) % 31]!;
}

/** GB 11714 check character of the 8-character organisation code 组织机构代码. */
export function organisationCodeCheck(code: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, place) => total + Number.parseInt(code[place]!, 36) * weight,
    0,
  );
  const rest = 11 - (sum % 11);
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
}
