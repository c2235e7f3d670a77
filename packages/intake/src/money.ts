import { leadingNumber, shifted } from './decimal.ts';
import { empty, fault, type Reading } from './problem.ts';

export type Currency = 'CNY' | 'USD' | 'HKD' | 'EUR' | 'JPY' | 'GBP' | 'other';

export interface Money {
  /** In ten thousands of the currency: 万元 for CNY, 万美元 for USD. The double that prints as the exact decimal. */
  amount: number;
  currency: Currency;
  /** The currency's own word in the file, for messages. */
  currencyWord: string;
}

/** What a money unit is worth: its places against ten thousand, and whether it names the scale at all. */
export interface MoneyUnit {
  /** Power of ten from one such unit to ten thousand yuan: 元 −4, 万元 0, 亿元 4; null when only a currency is named. */
  places: number | null;
  currency: Currency;
  currencyWord: string;
}

/** Longest first, because 港元 also ends in 元. */
const currencies: readonly [string, Currency][] = [
  ['人民币元', 'CNY'],
  ['元人民币', 'CNY'],
  ['人民币', 'CNY'],
  ['香港元', 'HKD'],
  ['港元', 'HKD'],
  ['港币', 'HKD'],
  ['美元', 'USD'],
  ['美金', 'USD'],
  ['欧元', 'EUR'],
  ['日元', 'JPY'],
  ['英镑', 'GBP'],
  ['RMB', 'CNY'],
  ['CNY', 'CNY'],
  ['USD', 'USD'],
  ['HKD', 'HKD'],
  ['EUR', 'EUR'],
  ['JPY', 'JPY'],
  ['元', 'CNY'],
  ['圆', 'CNY'],
];

const scales: Readonly<Record<string, number>> = {
  百: -2,
  千: -1,
  万: 0,
  十万: 1,
  百万: 2,
  千万: 3,
  亿: 4,
  十亿: 5,
  百亿: 6,
};

/** Other currencies of the register, spelled as there; they are kept apart, never converted. */
const foreign =
  /^(德国马克|瑞士法郎|丹麦克郎|新加坡元|新元|澳大利亚元|澳元|加拿大元|加元|新台币|台币|韩元|韩币|法郎|马克|卢布|泰铢|克郎|瑞典克郎|挪威克朗|丹麦克朗)$/;

const known = new Map<string, MoneyUnit | null>();

/**
 * Reads `万元`, `(万元人民币)`, `万人民币元`, `亿`, `千元`, `(万美元)`, `元/万元` …
 * @returns null when the text is no money unit; `places` is null when the scale is left open (`人民币`).
 */
export function moneyUnit(text: string): MoneyUnit | null {
  const seen = known.get(text);
  if (seen !== undefined) return seen;
  const unit = readUnit(text);
  if (known.size < 1000) known.set(text, unit);
  return unit;
}

function readUnit(text: string): MoneyUnit | null {
  const word = text.replaceAll(/[()\s（）:：]/g, '').toUpperCase();
  const match = /^(百亿|十亿|千万|百万|十万|亿|万|千|百)?(.*)$/.exec(word);
  const scale = match?.[1];
  const rest = match?.[2] ?? '';
  const currency = currencyOf(rest);
  if (!currency || (scale === undefined && rest === '')) return null;
  // A bare 人民币 says the currency but not whether yuan or ten thousands are meant; 元 says both.
  const places =
    scale !== undefined ? scales[scale]! : /元|圆|美金|港币|英镑|USD|HKD|EUR|JPY|CNY|RMB/.test(rest) ? -4 : null;
  return { places, ...currency };
}

function currencyOf(word: string): { currency: Currency; currencyWord: string } | null {
  if (word === '') return { currency: 'CNY', currencyWord: '人民币' };
  for (const [spelling, currency] of currencies) if (word === spelling) return { currency, currencyWord: spelling };
  return foreign.test(word) ? { currency: 'other', currencyWord: word } : null;
}

/**
 * Reads an amount in any written form: `27,359.2600(万元人民币)`, `15万人民币`, `100(万美元)`, `1.2亿`, `３６００`, `(12.5)`.
 * @param tidied the cell after `tidy`, not missing.
 * @param columnUnit unit said by header or column settings; a unit in the cell wins over it.
 */
export function parseMoney(tidied: string, columnUnit: MoneyUnit): Reading<Money> {
  if (tidied === '') return empty;
  const prefix = /^(人民币|RMB|CNY|USD|US\$|\$)\s*(?=[\d.,(+-])/i.exec(tidied);
  const body = prefix ? tidied.slice(prefix[0].length) : tidied;
  const number = leadingNumber(body);
  if (!number) return fault('money.unreadable');
  const unit = number.rest === '' ? columnUnit : moneyUnit(number.rest);
  if (!unit)
    return /^[^\d]{1,12}$/.test(number.rest) ? fault('money.unitUnknown', number.rest) : fault('money.unreadable');
  const places = unit.places ?? columnUnit.places ?? 0;
  const amount = shifted(number.digits, places);
  if (amount === null) return fault('number.tooLong');
  const dollars = prefix !== null && /^(USD|US\$|\$)$/i.test(prefix[1]!);
  if (dollars) return { value: { amount, currency: 'USD', currencyWord: '美元' } };
  return { value: { amount, currency: unit.currency, currencyWord: unit.currencyWord } };
}
