import { expect, test } from 'vitest';
import { findTerm, glossary } from './glossary.ts';

test('no word names two things and no thing has two words', () => {
  for (const words of [
    glossary.flatMap((term) => [term.zh, term.short ?? []].flat()),
    glossary.map((term) => term.id),
    glossary.map((term) => term.en),
  ])
    expect(new Set(words).size).toBe(words.length);
});

test('identifiers are camelCase, as code writes them', () => {
  for (const { id } of glossary) expect(id).toMatch(/^[a-z][a-zA-Z]*$/);
});

test('a term is found by its full and its short form', () => {
  expect(findTerm('高企')).toBe(findTerm('高新技术企业'));
  expect(findTerm('无此词')).toBeUndefined();
});
