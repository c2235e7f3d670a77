import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { safeText, workbookStream } from './workbook.ts';

interface Line {
  name: string;
  amount: number | null;
}

const sheet = {
  name: '名单',
  columns: [
    { header: '名称', width: 30, value: (line: Line) => line.name },
    { header: '金额（万元）', format: '#,##0.00', value: (line: Line) => line.amount },
  ],
};

const read = async (lines: Iterable<Line>) => {
  const bytes = new Uint8Array(await new Response(await workbookStream(lines, sheet)).arrayBuffer());
  return (await readXlsx(bytes, { readStyles: true })).sheets[0]!;
};

describe('a workbook', () => {
  test('holds what was given, numbers as numbers, unknown as empty, the header above', async () => {
    const { name, rows } = await read([
      { name: '演示甲', amount: 12.5 },
      { name: '演示乙', amount: null },
    ]);
    expect(name).toBe('名单');
    expect(rows[0]).toEqual(['名称', '金额（万元）']);
    expect(rows[1]).toEqual(['演示甲', 12.5]);
    expect(rows[2]?.[0]).toBe('演示乙');
    expect(rows[2]?.[1] ?? null).toBeNull();
  });

  test('never carries a formula that somebody typed into a name', async () => {
    const dangerous = ['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '=HYPERLINK("http://x","y")'];
    const { rows } = await read(dangerous.map((name) => ({ name, amount: -1 })));
    for (const [index, name] of dangerous.entries()) {
      expect(safeText(name)).toBe(`'${name}`);
      expect(String(rows[index + 1]?.[0])[0]).toBe("'");
      expect(rows[index + 1]?.[1]).toBe(-1);
    }
  });

  test('of twenty thousand lines arrives whole', async () => {
    const lines = function* () {
      for (let i = 0; i < 20_000; i++) yield { name: `演示${i}`, amount: i };
    };
    const { rows } = await read(lines());
    expect(rows).toHaveLength(20_001);
    expect(rows[20_000]).toEqual(['演示19999', 19_999]);
  });
});
