import { leadingNumber } from './decimal.ts';
import type { Cells, HeaderBlock } from './header-rows.ts';
import type { IsMissing } from './missing.ts';
import { moneyUnit } from './money.ts';
import type { Target, Targets } from './target.ts';
import { tidy } from './text.ts';

/** What one column of the file is taken for; a person may change it before the import starts. */
export interface Column {
  /** 0-based. */
  column: number;
  header: string;
  /** Target id; null = left out. */
  target: string | null;
  year: number | null;
  unit: string | null;
  /** The unit was nobody's word but a guess; shown until somebody confirms it. */
  unitAssumed: boolean;
}

/** Turns recognised headers into columns: each identity once, each fact and year once, the first of several wins. */
export function proposeColumns(block: HeaderBlock, samples: readonly Cells[], isMissing: IsMissing): Column[] {
  const taken = new Set<string>();
  const years = block.readings.some((reading) => reading.target?.id === 'reportYear');
  return block.headers.map((header, column) => {
    const reading = block.readings[column]!;
    const target = reading.target;
    const year = target?.annual ? (reading.year ?? (years ? null : block.title.year)) : null;
    const key = `${target?.id} ${year}`;
    const free = target !== null && !taken.has(key);
    if (free) taken.add(key);
    const said = reading.unit ?? (isMoney(target) ? block.title.unit : null);
    const cells = samples.map((row) => row[column] ?? null);
    const guessed = free && isMoney(target) && said === null ? assumedUnit(cells, isMissing) : null;
    return {
      column,
      header,
      target: free ? target.id : null,
      year,
      unit: free ? (unitFor(target, said) ?? guessed) : null,
      unitAssumed: guessed !== null,
    };
  });
}

export function isMoney(target: Target | null | undefined): boolean {
  return target?.unit === '万元' || target?.unit === '万美元';
}

/** A header's unit only counts where it can: 万元 for money, % for a share. */
function unitFor(target: Target, said: string | null): string | null {
  if (said === null) return null;
  if (isMoney(target)) return moneyUnit(said) ? said : null;
  return target.unit === '%' && said === '%' ? '%' : null;
}

/**
 * Cells that carry their own unit need none. Bare numbers around a million and more are yuan (nobody's revenue is 100
 * hundred-millions as a rule), the rest is 万元; either way the person is asked to look.
 */
function assumedUnit(cells: Cells, isMissing: IsMissing): string | null {
  const bare: number[] = [];
  for (const cell of cells) {
    const text = tidy(cell ?? '');
    const number = isMissing(text) ? null : leadingNumber(text);
    if (number && number.rest === '') bare.push(Math.abs(Number(number.digits)));
  }
  if (bare.length === 0) return null;
  bare.sort((a, b) => a - b);
  return bare[Math.floor(bare.length / 2)]! >= 1_000_000 ? '元' : '万元';
}

/** What is wrong with a mapping as a whole, before any row is read. */
export function mappingFaults(
  columns: readonly Column[],
  targets: Targets,
): { column: number | null; kind: MappingFault }[] {
  const faults: { column: number | null; kind: MappingFault }[] = [];
  const seen = new Set<string>();
  for (const column of columns) {
    if (column.target === null) continue;
    if (!targets.has(column.target)) faults.push({ column: column.column, kind: 'unknownTarget' });
    const key = `${column.target} ${column.year}`;
    if (seen.has(key)) faults.push({ column: column.column, kind: 'twice' });
    seen.add(key);
    if (column.unit !== null && column.unit !== '%' && isMoney(targets.get(column.target)) && !moneyUnit(column.unit))
      faults.push({ column: column.column, kind: 'unknownUnit' });
  }
  const has = (id: string) => columns.some((column) => column.target === id);
  if (!has('name') && !has('creditCode')) faults.push({ column: null, kind: 'noIdentity' });
  return faults;
}

export type MappingFault = 'unknownTarget' | 'twice' | 'unknownUnit' | 'noIdentity';
