const charset = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * A code valid in form (GB 32100-2015, GB 11714-1997) in a block of organisation codes, `MAYY…`, kept for the
 * demonstration: registry 320105, serial from `index`.
 */
export function creditCode(index: number): string {
  const body = `MAYY${String(index).padStart(4, '0').slice(-4)}`;
  // Ten thousand serials a block; later blocks change the letter before the serial.
  const block = body.slice(0, 3) + charset[charset.length - 1 - Math.floor(index / 10_000)]! + body.slice(4);
  const sum = [...block].reduce((total, sign, place) => total + ordinal(sign) * organisationWeights[place]!, 0);
  const rest = 11 - (sum % 11);
  const organisation = block + (rest === 10 ? 'X' : rest === 11 ? '0' : String(rest));
  const first = `91320105${organisation}`;
  const check = [...first].reduce((total, sign, place) => total + charset.indexOf(sign) * weights[place]!, 0) % 31;
  return first + charset[(31 - check) % 31]!;
}

/** Digits count as themselves, A = 10 … Z = 35. */
const ordinal = (sign: string): number => Number.parseInt(sign, 36);
