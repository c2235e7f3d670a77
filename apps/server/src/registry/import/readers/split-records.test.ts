import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RecordSplitter } from './split-records.ts';

function split(text: string, cuts: number[] = [], delimiter = ','): string[][] {
  const splitter = new RecordSplitter(delimiter);
  const places = [...new Set(cuts.map((cut) => Math.min(cut, text.length)))].sort((a, b) => a - b);
  const pieces = [0, ...places].map((from, at) => text.slice(from, places[at] ?? text.length));
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
}

test('cells with separators, line ends and doubled quotes are one cell each', () => {
  expect(split('a,b\r\n"x,y","say ""hi""\nthere"\r\n1,\n')).toEqual([
    ['a', 'b'],
    ['x,y', 'say "hi"\nthere'],
    ['1', ''],
  ]);
});

test('a quote inside an unquoted cell is text, and one that never closes ends with the file', () => {
  expect(split('5" pipe,b\n')).toEqual([['5" pipe', 'b']]);
  expect(split('a,"open\nrest')).toEqual([['a', 'open\nrest']]);
});

const cell = fc.string({ unit: fc.constantFrom('a', '企', '1', ',', '"', '\n', '\r\n', ' ', '；'), maxLength: 6 });
const quoted = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

test('any table comes back as it was written, wherever the pieces are cut, as with another parser', () => {
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(table, fc.array(fc.nat(120), { maxLength: 5 }), (rows, cuts) => {
      const text = rows.map((row) => `${row.map(quoted).join(',')}\n`).join('');
      expect(split(text, cuts)).toEqual(rows);
      expect(parse(text, { relax_column_count: true, record_delimiter: '\n' })).toEqual(rows);
    }),
    { numRuns: 500 },
  );
});

test('a quote that swallows the file is refused with the line where it opens', () => {
  const splitter = new RecordSplitter(',');
  splitter.push('a,b\n');
  expect(() => splitter.push(`"${'x'.repeat(1_100_000)}`)).toThrow('lineTooLong');
});
