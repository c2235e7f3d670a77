/**
 * Exact rational numbers over BigInt, always reduced, denominator positive.
 * Used where floats cannot be trusted: thresholds, money that must add up (BND-02, BND-03).
 */
export class Rational {
  readonly n: bigint;
  readonly d: bigint;

  private constructor(n: bigint, d: bigint) {
    this.n = n;
    this.d = d;
  }

  static readonly zero = new Rational(0n, 1n);
  static readonly one = new Rational(1n, 1n);

  /** @throws RangeError when `d` is zero. */
  static ratio(n: bigint, d: bigint): Rational {
    if (d === 0n) throw new RangeError('a fraction needs a denominator other than zero');
    const sign = d < 0n ? -1n : 1n;
    const g = gcd(n < 0n ? -n : n, d * sign);
    return new Rational((n * sign) / g, (d * sign) / g);
  }

  /**
   * The decimal that the number prints as: 0.1 is one tenth, not the nearest double. Up to 15 significant digits
   * survive a round trip through a double, which is more than any statistical form carries.
   * @throws RangeError for NaN, infinities and text that is not a decimal.
   */
  static of(value: number | bigint | string): Rational {
    if (typeof value === 'bigint') return new Rational(value, 1n);
    if (typeof value === 'number' && Number.isSafeInteger(value)) return new Rational(BigInt(value), 1n);
    const match = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?\s*$/i.exec(String(value));
    if (!match || (!match[2] && !match[3])) throw new RangeError(`not a decimal number: ${value}`);
    const fraction = match[3] ?? '';
    const digits = BigInt(match[1] + (match[2] ?? '') + fraction);
    const exponent = Number(match[4] ?? 0) - fraction.length;
    return exponent >= 0
      ? new Rational(digits * 10n ** BigInt(exponent), 1n)
      : Rational.ratio(digits, 10n ** BigInt(-exponent));
  }

  plus(o: Rational): Rational {
    return Rational.ratio(this.n * o.d + o.n * this.d, this.d * o.d);
  }
  minus(o: Rational): Rational {
    return Rational.ratio(this.n * o.d - o.n * this.d, this.d * o.d);
  }
  times(o: Rational): Rational {
    return Rational.ratio(this.n * o.n, this.d * o.d);
  }
  /** @throws RangeError when `o` is zero. */
  over(o: Rational): Rational {
    return Rational.ratio(this.n * o.d, this.d * o.n);
  }
  negated(): Rational {
    return new Rational(-this.n, this.d);
  }
  /** Whole powers only; a negative one inverts. */
  power(exponent: number): Rational {
    if (exponent < 0) return Rational.one.over(this.power(-exponent));
    return new Rational(this.n ** BigInt(exponent), this.d ** BigInt(exponent));
  }
  /** -1, 0 or 1. */
  compare(o: Rational): -1 | 0 | 1 {
    const left = this.n * o.d;
    const right = o.n * this.d;
    return left < right ? -1 : left > right ? 1 : 0;
  }
  sign(): -1 | 0 | 1 {
    return this.n < 0n ? -1 : this.n > 0n ? 1 : 0;
  }
  /** Nearest double, for display and for the fast pass. */
  toNumber(): number {
    const bits = (x: bigint) => (x < 0n ? -x : x).toString(2).length;
    const shift = Math.max(0, Math.max(bits(this.n), bits(this.d)) - 1000);
    if (this.d === 1n && shift === 0) return Number(this.n);
    if (shift === 0 && bits(this.n) <= 53 && bits(this.d) <= 53) return Number(this.n) / Number(this.d);
    // Long fractions: keep 64 quotient bits, so that the one rounding left is the final one.
    const lift = BigInt(Math.max(0, 64 - (bits(this.n) - bits(this.d))));
    return Number((this.n << lift) / this.d) / 2 ** Number(lift);
  }
  /** `12.5`, or `n/d` when the decimal does not end. */
  toString(): string {
    const places = decimalPlaces(this.d);
    if (places === null) return `${this.n}/${this.d}`;
    return scaled(this.n * (10n ** BigInt(places) / this.d), places);
  }
  /** Rounded half away from zero to `places` digits; for display only, never before a comparison. */
  toFixed(places: number): string {
    const twice = this.n * 10n ** BigInt(places) * 2n;
    const rounded = (twice < 0n ? twice - this.d : twice + this.d) / (this.d * 2n);
    return scaled(rounded, places);
  }
}

function gcd(a: bigint, b: bigint): bigint {
  while (b) [a, b] = [b, a % b];
  return a || 1n;
}

/** Digits after the point of 1/d, or null when d has a prime factor other than 2 and 5. */
function decimalPlaces(d: bigint): number | null {
  let twos = 0;
  let fives = 0;
  while (d % 2n === 0n) [d, twos] = [d / 2n, twos + 1];
  while (d % 5n === 0n) [d, fives] = [d / 5n, fives + 1];
  return d === 1n ? Math.max(twos, fives) : null;
}

function scaled(digits: bigint, places: number): string {
  const sign = digits < 0n ? '-' : '';
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
  return places === 0 ? sign + text : `${sign}${text.slice(0, -places)}.${text.slice(-places)}`;
}
