import { type Measurement, median, reaches } from './suite.ts';

export const HEADER = ['what', 'median', 'lowest – highest', 'unit', 'compared', 'target', ''];

export function tableRow(m: Measurement): string[] {
  const reached = reaches(m);
  const target = m.comparison
    ? `≥ ${Number(m.comparison.atLeast.toPrecision(2))}×`
    : m.atLeastPerSecond
      ? `≥ ${short(m.atLeastPerSecond)}`
      : '';
  return [
    m.note ? `${m.what} (${m.note})` : m.what,
    short(median(m.perSecond)),
    `${short(Math.min(...m.perSecond))} – ${short(Math.max(...m.perSecond))}`,
    `${m.unit}/s`,
    m.comparison ? `${ratio(m.comparison.ratio)} of ${m.comparison.with}` : '',
    target,
    reached === null ? '' : reached ? 'reached' : 'MISSED',
  ];
}

export function markdownTable(measurements: readonly Measurement[]): string {
  const rows = [HEADER, HEADER.map(() => '---'), ...measurements.map(tableRow)];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export function plainTable(measurements: readonly Measurement[]): string {
  const rows = [HEADER, ...measurements.map(tableRow)];
  const widths = HEADER.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)));
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function ratio(value: number): string {
  return value >= 100 ? `${Math.round(value).toLocaleString('en')}×` : `${value.toPrecision(2)}×`;
}

function short(value: number): string {
  if (value >= 1e6) return `${(value / 1e6).toPrecision(3)} M`;
  if (value >= 1e3) return `${(value / 1e3).toPrecision(3)} k`;
  return value.toPrecision(3);
}
