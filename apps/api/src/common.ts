import { z } from 'zod';

/** A phrase in both interface languages. */
export const text = z.object({ zh: z.string(), en: z.string() });

/** ISO date, `2026-11-22`. */
export const isoDate = z.iso.date();

export const verdict = z.enum(['met', 'not_met', 'unknown']);

export const confidence = z.enum(['V+', 'V', 'K-H', 'K-M', 'K-L', 'C', 'D']);

/** Enterprise ids are whole numbers; they travel as numbers in REST paths too. */
export const enterpriseId = z.coerce.number().int().positive();

/** Paging of every list: pages count from 1. */
export const paging = z.object({
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
});

/** True or false; in an address the words, of which `false` is not true. */
export const flag = z.union([z.boolean(), z.stringbool()]);

export const sortOrder = z.enum(['asc', 'desc']);

/** A fact's value as people read it: numbers in the dictionary's unit, ISO dates, true/false, text. */
export const factValue = z.union([z.number(), z.boolean(), z.string()]);

/** Repeated query parameters arrive as one string when there is only one. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(item));
}

/** What a list of anything answers: one page of rows and how many there are in all (that the viewer may see). */
export function pageOf<T extends z.ZodType>(row: T) {
  return z.object({ rows: z.array(row), total: z.number().int() });
}
