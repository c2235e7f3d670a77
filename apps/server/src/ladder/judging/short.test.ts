import type { OutcomeNode } from '@forest/rules';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bits, compileShort, shortOf } from './short.ts';

const c = (index: number): OutcomeNode => ({ kind: 'criterion', index });
const all = (...of: OutcomeNode[]): OutcomeNode => ({ kind: 'all', of });
const any = (...of: OutcomeNode[]): OutcomeNode => ({ kind: 'any', of });

describe('how many criteria an enterprise is short of', () => {
  test('one unmet criterion among met ones is one step', () => {
    expect(shortOf(all(c(0), c(1), c(2)), 0b011, 0b100, 0)).toEqual({ short: 1, unsure: 0 });
  });

  test('an alternative that is met leaves nothing to do', () => {
    expect(shortOf(all(c(0), any(c(1), c(2))), 0b011, 0b100, 0)).toEqual({ short: 0, unsure: 0 });
  });

  test('of two ways the one with fewer open criteria counts', () => {
    expect(shortOf(any(all(c(0), c(1)), c(2)), 0, 0b111, 0)).toEqual({ short: 1, unsure: 0 });
    expect(shortOf(any(c(0), c(1)), 0, 0b01, 0)).toEqual({ short: 0, unsure: 1 });
  });

  test('a score that experts have yet to give does not make a near-miss doubtful', () => {
    expect(shortOf(all(c(0), c(1)), 0, 0b01, 0b10)).toEqual({ short: 1, unsure: 0 });
    expect(shortOf(all(c(0), c(1)), 0, 0b01, 0)).toEqual({ short: 1, unsure: 1 });
  });

  test('the quick count of a plain conjunction equals the walk over the outcome', () => {
    const mask = fc.nat(2 ** 12 - 1);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(11), { minLength: 1 }), mask, mask, mask, (indexes, a, b, expert) => {
        const outcome = all(...indexes.map(c));
        const [met, not] = [a & ~b, b & ~a];
        const { short, unsure } = shortOf(outcome, met, not, expert);
        expect(compileShort(outcome, expert)(met, not)).toBe(short | (unsure << 8));
      }),
    );
  });

  test('bits are counted as in the binary text', () => {
    fc.assert(
      fc.property(fc.integer(), (x) => {
        expect(bits(x)).toBe((x >>> 0).toString(2).replaceAll('0', '').length);
      }),
    );
  });
});
