import type { Text } from '@forest/domain';
import { type ProblemCode, problemTexts } from './problem-texts.ts';

/** `error`: what is named was not taken. `warning`: taken, but somebody should look. */
export type Severity = 'error' | 'warning';

/** One thing wrong with one row, said so that whoever sent the file can put it right. */
export interface Problem {
  code: ProblemCode;
  severity: Severity;
  /** `row`: the whole row is left out; `cell`: only this cell. */
  scope: 'row' | 'cell';
  /** Header as it stands in the file; null when it is about the row as a whole. */
  column: string | null;
  /** The cell as it stands in the file. */
  value: string | null;
  message: Text;
}

export interface RowProblem extends Problem {
  /** As a spreadsheet counts: the first line of the file is 1. */
  rowNo: number;
}

/** What a reader of one cell gives: a value, nothing (the cell is empty), or what is wrong with it. */
export type Reading<T> =
  | { value: T; doubt?: Complaint; fault?: undefined }
  | { value: null; doubt?: undefined; fault?: undefined }
  | { value?: undefined; doubt?: undefined; fault: Complaint };

/** A problem before it is known where it stands. */
export interface Complaint {
  code: ProblemCode;
  detail: string;
}

export const empty = { value: null } as const;

export function fault(code: ProblemCode, detail = ''): { fault: Complaint } {
  return { fault: { code, detail } };
}

export function problemOf(
  complaint: Complaint,
  place: { column: string | null; value: string | null },
  severity: Severity,
  scope: 'row' | 'cell' = 'cell',
): Problem {
  const text = problemTexts[complaint.code];
  const fill = (pattern: string) => pattern.replace('{}', complaint.detail);
  return { code: complaint.code, severity, scope, ...place, message: { zh: fill(text.zh), en: fill(text.en) } };
}
