/**
 * List state in the address: plain repeated parameters (`?unit=a&unit=b&page=2`), the same that the REST interface and
 * the exports take, so a link can be read, shared and turned into an export without translation.
 */
export type RawSearch = Record<string, string | string[]>;
export type SearchValue = string | number | boolean | readonly string[] | undefined;

export function parseSearch(text: string): RawSearch {
  const found: RawSearch = {};
  const parameters = new URLSearchParams(text);
  for (const key of new Set(parameters.keys())) {
    const values = parameters.getAll(key);
    found[key] = values.length === 1 ? values[0]! : values;
  }
  return found;
}

/** Leaves out what is undefined, empty or false; keeps the order of the keys. */
export function stringifySearch(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (Array.isArray(value)) for (const item of value) parameters.append(key, String(item));
    else if (value !== undefined && value !== null && value !== '' && value !== false)
      parameters.set(key, String(value));
  }
  const text = parameters.toString();
  return text ? `?${text}` : '';
}

type Unread = Record<string, unknown>;

/** Readers for `validateSearch`: whatever somebody typed into the address becomes a valid state or nothing. */
export const read = {
  text: (search: Unread, key: string): string | undefined => {
    const value = Array.isArray(search[key]) ? search[key][0] : search[key];
    return value === undefined || value === '' ? undefined : String(value).slice(0, 200);
  },
  list: (search: Unread, key: string): string[] | undefined => {
    const value = search[key];
    if (value === undefined || value === '') return undefined;
    const items = (Array.isArray(value) ? value : [value]).map(String).filter(Boolean);
    return items.length ? items : undefined;
  },
  oneOf: <const T extends string>(search: Unread, key: string, values: readonly T[]): T | undefined =>
    values.find((value) => value === read.text(search, key)),
  someOf: <const T extends string>(search: Unread, key: string, values: readonly T[]): T[] | undefined => {
    const asked = read.list(search, key);
    const known = values.filter((value) => asked?.includes(value));
    return known.length ? known : undefined;
  },
  number: (search: Unread, key: string): number | undefined => {
    const text = read.text(search, key);
    const value = text === undefined ? Number.NaN : Number(text);
    return Number.isFinite(value) ? value : undefined;
  },
  whole: (search: Unread, key: string, min: number, max: number): number | undefined => {
    const value = read.number(search, key);
    return value !== undefined && Number.isInteger(value) && value >= min && value <= max ? value : undefined;
  },
  flag: (search: Unread, key: string): true | undefined => (read.text(search, key) === 'true' ? true : undefined),
  day: (search: Unread, key: string): string | undefined => {
    const text = read.text(search, key);
    return text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;
  },
};

/** Paging and sorting as every list keeps them; defaults stay out of the address. */
export interface ListSearch {
  page?: number;
  pageSize?: number;
  sort?: string;
  order?: 'asc' | 'desc';
}

export function readPaging(search: Unread): Pick<ListSearch, 'page' | 'pageSize' | 'order'> {
  return {
    page: read.whole(search, 'page', 1, 1_000_000),
    pageSize: read.whole(search, 'pageSize', 10, 200),
    order: read.oneOf(search, 'order', ['asc', 'desc']),
  };
}

/** A changed filter starts again at the first page. */
export function withFilter<S extends ListSearch>(search: S, change: Partial<S>): S {
  return { ...search, ...change, page: undefined };
}
