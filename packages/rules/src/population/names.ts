import type { Slot } from '../tree.ts';

const TAKEN = (
  'break case catch class const continue debugger default delete do else enum export extends false finally for function ' +
  'if import in instanceof new null return super switch this throw true try typeof var void while with let static yield ' +
  'await async of arguments eval undefined NaN Infinity Math implements interface package private protected public ' +
  'i from to asOf asOfYear near row rows exactly nearRows nearCount met notMet verdict grade'
).split(' ');

/** Gives each thing in generated code a name of its own that still reads like the fact or criterion it stands for. */
export class Names {
  readonly #taken = new Set(TAKEN);

  unique(wish: string): string {
    const base = identifier(wish);
    let name = base;
    for (let n = 2; this.#taken.has(name); n++) name = `${base}_${n}`;
    this.#taken.add(name);
    return name;
  }
}

/** Letters and digits of any script stay, everything else becomes an underscore. */
export function identifier(wish: string): string {
  const clean = wish.normalize('NFC').replaceAll(/[^\p{ID_Continue}]/gu, '_');
  return /^\p{ID_Start}/u.test(clean) ? clean : `_${clean}`;
}

/** `sales`, `sales_1ago`, `registrationDate_plus13months`. */
export function slotName(slot: Slot): string {
  const ago = slot.yearOffset === null || slot.yearOffset === 0 ? '' : `_${-slot.yearOffset}ago`;
  const derived =
    slot.derive.as === 'year' ? '_year' : slot.derive.as === 'plusMonths' ? `_plus${slot.derive.months}months` : '';
  return slot.fact + ago + derived;
}
