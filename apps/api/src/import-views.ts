import { z } from 'zod';
import { text } from './common.ts';

/** What the contract says of importing ledgers. */

export const rowProblem = z.object({
  rowNo: z.number().int(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: text,
});

export const importState = z.enum([
  'uploaded',
  'reading',
  'previewed',
  'queued',
  'running',
  'done',
  'failed',
  'cancelled',
]);

export const importView = z.object({
  id: z.number().int(),
  fileName: z.string(),
  state: importState,
  /** Detected file facts: kind, encoding, sheet, header row. */
  format: z
    .object({
      kind: z.enum(['csv', 'xlsx']),
      encoding: z.string().nullable(),
      sheet: z.string().nullable(),
      headerRow: z.number().int(),
      /** Visible sheets of a workbook, to choose from. */
      sheets: z.array(z.string()).optional(),
    })
    .nullable(),
  /** One entry a column: what it was recognised as; `target: null` = left out. */
  mapping: z.array(
    z.object({
      column: z.number().int(),
      header: z.string(),
      target: z.string().nullable(),
      targetName: text.nullable(),
      year: z.number().int().nullable(),
      unit: z.string().nullable(),
      /** The unit is a guess from the figures; shown until somebody confirms it. */
      unitAssumed: z.boolean().optional(),
      samples: z.array(z.string()),
    }),
  ),
  source: z.string(),
  /** Values that stand for "no figure" in this file, besides the usual ones: `-1`, `0`. */
  missing: z.array(z.string()),
  counts: z.object({
    rows: z.number().int(),
    created: z.number().int(),
    updated: z.number().int(),
    unchanged: z.number().int(),
    rejected: z.number().int(),
    warnings: z.number().int(),
    reviews: z.number().int(),
  }),
  preview: z.array(z.object({ rowNo: z.number().int(), cells: z.array(z.string().nullable()) })),
  problems: z.array(rowProblem),
  progress: z.number().min(0).max(1),
  message: text.nullable(),
  startedAt: z.date(),
});
