export const MISSING_TEXT = 0;

/** Texts of one column as small whole numbers; code 0 is a missing text. */
export class Dictionary {
  readonly #codes = new Map<string, number>();
  readonly #texts: (string | undefined)[] = [undefined];

  get size(): number {
    return this.#texts.length;
  }

  codeOf(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    this.#codes.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  textOf(code: number): string | undefined {
    return this.#texts[code];
  }
}

/** Answers of a text test by code: bit 0 met, bit 1 not met, neither for a missing text. */
export type TextTable = Uint8Array;

export interface TextTest {
  values: readonly string[];
  match: 'exact' | 'prefix';
}

/** Answers `test` for every text of the dictionary, keeping what `known` already holds; a dictionary only grows. */
export function textTable(test: TextTest, dictionary: Dictionary, known: TextTable | undefined): TextTable {
  if (known && known.length === dictionary.size) return known;
  const table = new Uint8Array(dictionary.size);
  for (let code = 1; code < table.length; code++) table[code] = matches(test, dictionary.textOf(code)!) ? 1 : 2;
  return table;
}

function matches(test: TextTest, text: string): boolean {
  return test.values.some((value) => (test.match === 'exact' ? text === value : text.startsWith(value)));
}
