import { describe, expect, it } from 'vitest';
import { monthsFrom, readLadderSearch } from './search.ts';

describe('the address of a ladder list', () => {
  it('keeps "holds" and "does not hold" apart from "either"', () => {
    expect(readLadderSearch({ held: 'true' }).held).toBe('true');
    expect(readLadderSearch({ held: 'false' }).held).toBe('false');
    expect(readLadderSearch({ held: 'perhaps' }).held).toBeUndefined();
  });
});

describe('months from a date', () => {
  it('stay within the month that is reached', () => {
    expect(monthsFrom('2026-01-31', 1)).toBe('2026-02-28');
    expect(monthsFrom('2026-11-22', 3)).toBe('2027-02-22');
    expect(monthsFrom('2026-03-31', -12)).toBe('2025-03-31');
  });
});
