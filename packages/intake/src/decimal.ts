/** Digits of a written number without grouping, and the rest of the text behind it. */
export interface Written {
  /** `-12.5`, ready for Number(). */
  digits: string;
  rest: string;
}

const leading = /^([+-]?)(\d{1,3}(?:[,，]\d{3})+|\d+)?(\.\d*)?(?:[eE]([+-]?\d{1,3}))?\s*/;
/** Accountants' negative: (1,200.50). */
const bracketed = /^\((\d[\d,，]*(?:\.\d+)?)\)$/;

/** Reads the number that the tidied text starts with; null when it starts with none. */
export function leadingNumber(text: string): Written | null {
  const negative = bracketed.exec(text);
  if (negative) return { digits: `-${negative[1]!.replaceAll(/[,，]/g, '')}`, rest: '' };
  const sign = /^[¥￥]\s*/.exec(text);
  const body = sign ? text.slice(sign[0].length) : text;
  const match = leading.exec(body);
  if (!match) return null;
  const [whole, mark, integer = '', fraction = '', exponent] = match;
  if (integer === '' && fraction.length < 2) return null;
  const digits = `${mark === '-' ? '-' : ''}${integer.replaceAll(/[,，]/g, '') || '0'}${fraction.length > 1 ? fraction : ''}`;
  return { digits: exponent === undefined ? digits : `${digits}e${exponent}`, rest: body.slice(whole.length) };
}

/**
 * The number moved by `places` decimal places, as the double that prints as exactly that decimal.
 * @returns null when it has more than 15 significant digits, which a double cannot promise to keep.
 */
export function shifted(digits: string, places: number): number | null {
  const cut = digits.indexOf('e');
  const mantissa = cut < 0 ? digits : digits.slice(0, cut);
  if (mantissa.length > 15 && significant(mantissa) > 15) return null;
  const exponent = places + (cut < 0 ? 0 : Number(digits.slice(cut + 1)));
  const value = exponent === 0 ? Number(mantissa) : Number(`${mantissa}e${exponent}`);
  return Number.isFinite(value) ? value + 0 : null;
}

function significant(mantissa: string): number {
  const bare = mantissa.replace(/^[+-]/, '').replace('.', '').replace(/^0+/, '');
  return (mantissa.includes('.') ? bare.replace(/0+$/, '') : bare).length;
}
