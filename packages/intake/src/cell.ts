import type { Day } from '@forest/domain';
import { type Column, isMoney } from './columns.ts';
import { parseDate } from './dates.ts';
import { type MoneyUnit, moneyUnit, parseMoney } from './money.ts';
import { parseFlag, parseNumber, parsePercent } from './number.ts';
import { fault, type Reading } from './problem.ts';
import type { Target } from './target.ts';

export type FactValue = number | string | boolean;
/** Reads one tidied, present cell of a fact's column into the dictionary's unit. */
export type CellReader = (tidied: string) => Reading<FactValue>;

const tenThousandYuan: MoneyUnit = { places: 0, currency: 'CNY', currencyWord: '人民币' };
const wholeUnits = new Set(['人', '件', '项', '家', '个']);
const longestText = 4000;

/** Built once a column, so that the work per cell is only the reading. */
export function cellReader(target: Target, column: Pick<Column, 'unit'>, today: Day): CellReader {
  if (isMoney(target)) return moneyReader(target, moneyUnit(column.unit ?? '') ?? tenThousandYuan);
  switch (target.unit) {
    case '%':
      return signed(target, 'number.negative', (cell) => parsePercent(cell, column.unit === '%'));
    case '是否':
      return parseFlag;
    case '日期':
      return (cell) => parseDate(cell, /有效期|到期|截止|届满|期限/.test(target.name.zh) ? null : today);
    case '文本':
      return textReader(target);
    default:
      return signed(target, 'number.negative', (cell) => parseNumber(cell, wholeUnits.has(target.unit ?? '')));
  }
}

function moneyReader(target: Target, unit: MoneyUnit): CellReader {
  const wanted = target.unit === '万美元' ? 'USD' : 'CNY';
  // A dollar column's bare 万 means ten thousand dollars.
  const own: MoneyUnit = wanted === 'USD' ? { ...unit, currency: 'USD', currencyWord: '美元' } : unit;
  return signed(target, 'money.negative', (cell) => {
    const money = parseMoney(cell, own);
    if (!money.value) return money.fault ? { fault: money.fault } : { value: null };
    const silent = wanted === 'USD' && money.value.currencyWord === '人民币' && !/人民币|元|RMB|CNY/i.test(cell);
    return money.value.currency === wanted || silent
      ? { value: money.value.amount }
      : fault('money.currency', money.value.currencyWord);
  });
}

function signed(
  target: Target,
  code: 'money.negative' | 'number.negative',
  read: (cell: string) => Reading<number>,
): CellReader {
  if (!target.nonNegative) return read;
  return (cell) => {
    const reading = read(cell);
    return typeof reading.value === 'number' && reading.value < 0 ? fault(code) : reading;
  };
}

function textReader(target: Target): CellReader {
  const allowed = target.values === null ? null : new Set(target.values);
  return (cell) => {
    if (allowed && !allowed.has(cell)) return fault('text.notInList', target.values!.slice(0, 8).join('、'));
    return readText(cell, longestText);
  };
}

/** Formula signs stay text: they are kept as written and said to be so. A plain signed number is no formula. */
export function readText(cell: string, longest: number): Reading<string> {
  if (cell.length > longest)
    return { value: cell.slice(0, longest), doubt: { code: 'text.tooLong', detail: `${longest}` } };
  if (/^[=@]|^[+-](?![\d.]+$)./.test(cell)) return { value: cell, doubt: { code: 'text.formula', detail: '' } };
  return { value: cell };
}
