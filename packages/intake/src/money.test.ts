import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moneyUnit, parseMoney } from './money.ts';
import { tidy } from './text.ts';

const tenThousand = moneyUnit('万元')!;
const read = (cell: string, unit = '万元') => {
  const reading = parseMoney(tidy(cell), moneyUnit(unit)!);
  return reading.value ? `${reading.value.amount} ${reading.value.currency}` : (reading.fault?.code ?? null);
};

test('every form of the business register is read into ten thousands, the currency kept', () => {
  expect(read('27,359.2600(万元人民币)')).toBe('27359.26 CNY');
  expect(read('15万人民币')).toBe('15 CNY');
  expect(read('300万元人民币')).toBe('300 CNY');
  expect(read('100(万美元)')).toBe('100 USD');
  expect(read('50万人民币元')).toBe('50 CNY');
  expect(read('1,000(万港元)')).toBe('1000 HKD');
  expect(read('2(万香港元)')).toBe('2 HKD');
  expect(read('7,500(万日元)')).toBe('7500 JPY');
  expect(read('12.5(万欧元)')).toBe('12.5 EUR');
  expect(read('12.5(万德国马克)')).toBe('12.5 other');
  expect(read('30(万)')).toBe('30 CNY');
  expect(read('10(万元(人民币))')).toBe('10 CNY');
  expect(read('1,234,567(万元人民币)')).toBe('1234567 CNY');
});

test('what people write in ledgers is read too', () => {
  expect(read('1.2亿')).toBe('12000 CNY');
  expect(read('３，６００．５')).toBe('3600.5 CNY');
  expect(read('￥1,200元')).toBe('0.12 CNY');
  expect(read('(12.5)')).toBe('-12.5 CNY');
  expect(read('-1,200.5')).toBe('-1200.5 CNY');
  expect(read('1.2E3')).toBe('1200 CNY');
  expect(read('3500千元')).toBe('350 CNY');
  expect(read('USD 50', '元')).toBe('0.005 USD');
  expect(read('人民币 50 万元')).toBe('50 CNY');
});

test('the unit of the header counts unless the cell has its own', () => {
  expect(read('552609080.63', '元')).toBe('55260.908063 CNY');
  expect(read('552609', '千元')).toBe('55260.9 CNY');
  expect(read('5.5', '亿元')).toBe('55000 CNY');
  expect(read('5.5亿', '元')).toBe('55000 CNY');
});

test('what is no amount is said to be none, and an unclear unit is not guessed', () => {
  expect(read('JEAN')).toBe('money.unreadable');
  expect(read('110(元/万元)')).toBe('money.unitUnknown');
  expect(read('12头牛')).toBe('money.unitUnknown');
  expect(read('12.3.4')).toBe('money.unreadable');
  expect(read('1234567890123456.78')).toBe('number.tooLong');
});

const decimal = fc
  .tuple(fc.integer({ min: 0, max: 99_999_999_999 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, places]) => `${digits}e-${places}`)
  .map(Number);
const grouped = (value: number) => {
  const [whole, fraction] = String(value).split('.');
  return whole!.replaceAll(/\B(?=(\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '');
};
const wide = (text: string) => text.replaceAll(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

const forms: Record<string, (value: number) => string> = {
  plain: String,
  grouped,
  register: (value) => `${grouped(value)}(万元人民币)`,
  paddedRegister: (value) => `${grouped(value)}${Number.isInteger(value) ? '.0000' : '00'}(万元人民币)`,
  short: (value) => `${value}万`,
  fullWidth: (value) => wide(`${value}万元`),
  spaced: (value) => ` ${value} 万元 `,
};

for (const [name, format] of Object.entries(forms))
  test(`reading what was written gives the same amount: ${name}`, () => {
    fc.assert(
      fc.property(decimal, (value) => parseMoney(tidy(format(value)), tenThousand).value?.amount === value),
      { numRuns: 300 },
    );
  });

test('yuan and hundred millions are moved by whole decimal places, without a float multiplication', () => {
  fc.assert(
    fc.property(decimal, (value) => {
      expect(parseMoney(`${value}`, moneyUnit('元')!).value?.amount).toBe(Number(`${value}e-4`));
      expect(parseMoney(`${value}亿`, tenThousand).value?.amount).toBe(Number(`${value}e4`));
    }),
    { numRuns: 300 },
  );
});
