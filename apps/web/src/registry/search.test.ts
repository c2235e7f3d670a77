import { expect, it } from 'vitest';
import { parseSearch, stringifySearch } from '../shell/url/search.ts';
import { filtersOf, hasFilters, readEnterpriseSearch } from './search.ts';

it('reads the address of the enterprise list back as it was written', () => {
  const search = readEnterpriseSearch(
    parseSearch('?q=南京&unit=xincheng&state=active&state=left&revenueMin=2000&needsReview=true&page=3&sort=revenue'),
  );
  expect(search).toMatchObject({
    q: '南京',
    unit: ['xincheng'],
    state: ['active', 'left'],
    revenueMin: 2000,
    needsReview: true,
    page: 3,
    sort: 'revenue',
  });
  expect(readEnterpriseSearch(parseSearch(stringifySearch({ ...search })))).toEqual(search);
});

it('exports by the filters only, not by page, sorting or columns', () => {
  const search = readEnterpriseSearch({ q: 'a', page: '2', sort: 'name', columns: ['revenue'] });
  expect(stringifySearch(filtersOf(search))).toBe('?q=a');
  expect(hasFilters(search)).toBe(true);
  expect(hasFilters(readEnterpriseSearch({ page: '2' }))).toBe(false);
});
