import type { Text } from '@forest/domain';

export interface Position {
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
}

/** One thing that is wrong in content: where, what, and what to do about it. */
export interface Diagnostic extends Position {
  severity: 'error' | 'warning';
  /** Stable kebab-case word, one for each kind of problem. */
  code: string;
  message: Text;
  remedy: Text;
}

export type Path = readonly (string | number)[];

/** @returns the text in both languages, built from the same parts. */
export function both(zh: string, en: string): Text {
  return { zh, en };
}
