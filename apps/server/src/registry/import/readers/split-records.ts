import { FileRefused } from './refusal.ts';

const longestRecord = 1024 * 1024;
const QUOTE = 34;
const CR = 13;

/**
 * Splits delimited text (RFC 4180, lenient) that comes in pieces. Lines without quotes, which are most, cost one indexOf and
 * one split; quoted cells may hold separators, line ends and doubled quotes. A quote inside an unquoted cell is text.
 */
export class RecordSplitter {
  readonly #delimiter: string;
  #rest = '';
  #records = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** Records completed by this piece. @throws FileRefused when a quote swallows more than a megabyte. */
  push(piece: string): string[][] {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    return this.#split(text, false);
  }

  /** The last record, when the file does not end with a line end. */
  end(): string[][] {
    return this.#split(this.#rest, true);
  }

  #split(text: string, last: boolean): string[][] {
    const records: string[][] = [];
    let at = 0;
    while (at < text.length) {
      const end = text.indexOf('\n', at);
      if (end < 0 && !last) break;
      const stop = end < 0 ? text.length : end;
      const line = text.slice(at, text.charCodeAt(stop - 1) === CR && stop > at ? stop - 1 : stop);
      if (!line.includes('"')) {
        records.push(line.split(this.#delimiter));
        at = stop + 1;
        continue;
      }
      const next = this.#quoted(text, at, last, records);
      if (next < 0) break;
      at = next;
    }
    this.#rest = at < text.length ? text.slice(at) : '';
    this.#records += records.length;
    if (this.#rest.length > longestRecord) throw new FileRefused('lineTooLong', `${this.#records + 1}`);
    return records;
  }

  /** Reads one record with quotes from `at`; the place after it, or −1 when it is not complete yet. */
  #quoted(text: string, at: number, last: boolean, records: string[][]): number {
    const cells: string[] = [];
    for (let from = at; ; ) {
      let value = '';
      if (text.charCodeAt(from) === QUOTE) {
        const closed = this.#closingQuote(text, from + 1);
        if (closed < 0) {
          // A quote that never closes: at the end of the file the rest is taken as it stands.
          if (!last) return -1;
          cells.push(
            text
              .slice(from + 1)
              .replaceAll('""', '"')
              .trimEnd(),
          );
          records.push(cells);
          return text.length;
        }
        value = text.slice(from + 1, closed);
        if (value.includes('"')) value = value.replaceAll('""', '"');
        from = closed + 1;
      }
      // What follows a closing quote, or the whole cell when it was not quoted.
      const separator = text.indexOf(this.#delimiter, from);
      const newline = text.indexOf('\n', from);
      if (newline < 0 && !last) return -1;
      const lineEnd = newline < 0 ? text.length : newline;
      if (separator >= 0 && separator < lineEnd) {
        cells.push(value + text.slice(from, separator));
        from = separator + 1;
        continue;
      }
      const stop = text.charCodeAt(lineEnd - 1) === CR && lineEnd > from ? lineEnd - 1 : lineEnd;
      cells.push(value + text.slice(from, stop));
      records.push(cells);
      return lineEnd + 1;
    }
  }

  #closingQuote(text: string, from: number): number {
    for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
      if (text.charCodeAt(at + 1) !== QUOTE) return at;
    }
    return -1;
  }
}
