import { type Day, dayOf, isoOf, parseDay } from '@forest/domain';
import { empty, fault, type Reading } from './problem.ts';

const iso = /^\d{4}-\d{2}-\d{2}$/;
const separated =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/;
const monthOnly = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const compactMonth = /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/;
const yearOnly = /^(\d{4})\s*年?$/;
const shortYear = /^\d{1,2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?$|^\d{2}[-/.年]\d{1,2}月?$|^\d{6}$/;
const serial = /^(\d{4,6})(?:\.\d+)?$/;

/** Day 0 of Excel's calendar that counts a 29 February 1900, as every serial since March 1900 does. */
const excelEpoch = dayOf('1899-12-30');
const firstSerial = dayOf('1900-03-01');
const earliest = dayOf('1900-01-01');
const lastSerial = dayOf('2199-12-31');

/**
 * Reads a date in any written form: `2021-03-05`, `2021/3/5`, `2021.3`, `2021年3月5日`, `20210305`, Excel serials, with or
 * without a time of day. Two-digit years are refused, because nobody knows the century.
 * @param tidied the cell after `tidy`, not missing.
 * @param today later dates are refused; null where the future is allowed (expiry dates).
 * @returns ISO date.
 */
export function parseDate(tidied: string, today: Day | null): Reading<string> {
  if (tidied === '') return empty;
  if (iso.test(tidied)) return checked(tidied, today);
  const full = separated.exec(tidied) ?? compact.exec(tidied);
  if (full) return checked(isoText(full[1]!, full[2]!, full[3]!), today);
  const month = monthOnly.exec(tidied) ?? compactMonth.exec(tidied);
  if (month) {
    const reading = checked(isoText(month[1]!, month[2]!, '1'), today);
    return reading.value ? { value: reading.value, doubt: { code: 'date.monthOnly', detail: '' } } : reading;
  }
  const plainYear = yearOnly.exec(tidied);
  if (plainYear && Number(plainYear[1]) >= 1900 && Number(plainYear[1]) <= 2199) return fault('date.yearOnly');
  const days = serial.exec(tidied);
  if (days) {
    const day = excelEpoch + Number(days[1]);
    if (day >= firstSerial && day <= lastSerial && Number(days[1]) > 9999) return checked(isoOf(day), today);
  }
  return fault(shortYear.test(tidied) ? 'date.shortYear' : 'date.unreadable');
}

function isoText(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function checked(text: string, today: Day | null): Reading<string> {
  const day = parseDay(text);
  if (day === null) return fault('date.absent');
  if (day < earliest) return fault('date.tooEarly');
  return today !== null && day > today ? fault('date.future') : { value: text };
}

/** A year on its own: `2023`, `2023年`, `2023年度`, `FY2023`. */
export function parseYear(tidied: string): Reading<number> {
  if (tidied === '') return empty;
  const match = /^(?:FY)?((?:19|20)\d{2})(?:\.0+)?\s*(?:年度?|年报)?$/i.exec(tidied);
  return match ? { value: Number(match[1]) } : fault('year.unreadable');
}
