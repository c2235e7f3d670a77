import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch, read, readPaging, stringifySearch, withFilter } from './search.ts';

describe('the address of a list', () => {
  it('repeats a parameter for each value and leaves out what is empty', () => {
    expect(stringifySearch({ q: '南京', unit: ['a', 'b'], page: undefined, needsReview: false, sort: '' })).toBe(
      '?q=%E5%8D%97%E4%BA%AC&unit=a&unit=b',
    );
    expect(stringifySearch({})).toBe('');
  });

  it('comes back as it was written', () => {
    const value = fc.string({ minLength: 1 });
    fc.assert(
      fc.property(fc.record({ q: value, unit: fc.array(value, { minLength: 2 }) }), (search) => {
        expect(parseSearch(stringifySearch(search))).toEqual(search);
      }),
    );
  });

  it('turns nonsense into the default instead of an error', () => {
    const typed = parseSearch('?page=0&pageSize=9999&order=up&state=gone&state=left&revenueMin=x&from=2026-1-1');
    expect(readPaging(typed)).toEqual({ page: undefined, pageSize: undefined, order: undefined });
    expect(read.someOf(typed, 'state', ['active', 'left'])).toEqual(['left']);
    expect(read.number(typed, 'revenueMin')).toBeUndefined();
    expect(read.day(typed, 'from')).toBeUndefined();
  });

  it('reads one value as a list and a list as its first value', () => {
    expect(read.list({ unit: 'a' }, 'unit')).toEqual(['a']);
    expect(read.text({ q: ['a', 'b'] }, 'q')).toBe('a');
    expect(read.flag({ needsReview: 'true' }, 'needsReview')).toBe(true);
  });

  it('starts again at the first page when a filter changes', () => {
    expect(withFilter<{ page?: number; q?: string }>({ page: 7 }, { q: 'x' })).toEqual({ page: undefined, q: 'x' });
  });
});
