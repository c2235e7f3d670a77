import { VERDICTS } from '@forest/rules';
import type { JudgedRow } from '../census/diff.ts';

/** What tells one stored verdict from another, apart from the rule and version, which give the seed. */
export interface Fingerprinted {
  /** Index into `VERDICTS`. */
  verdict: number;
  met: number;
  not: number;
  /** NaN without a score. */
  scoreMin: number;
  scoreMax: number;
  short: number;
  unsure: number;
  /** NaN when not a number; single precision. */
  effort: number;
}

/**
 * 64-bit fingerprints of many enterprises: for each the XOR over its verdicts, so that the verdicts of one rule can
 * be exchanged without the others. Equal fingerprints let a census pass over an enterprise without reading what is
 * stored of it.
 */
export class Fingerprints {
  readonly #words: Int32Array;
  readonly #whole: BigInt64Array;

  constructor(count: number) {
    this.#words = new Int32Array(count * 2);
    this.#whole = new BigInt64Array(this.#words.buffer);
  }

  clear(): void {
    this.#words.fill(0);
  }

  get(row: number): bigint {
    return this.#whole[row]!;
  }

  /** Adds a verdict; adding it again takes it out. */
  toggle(row: number, seed: number, of: Fingerprinted): void {
    single[0] = of.effort;
    const effort = Number.isNaN(of.effort) ? -1 : singleBits[0]!;
    const scores = Number.isNaN(of.scoreMin) ? -1 : (of.scoreMin & 0xffff) | (of.scoreMax << 16);
    const state = of.verdict | (of.short << 2) | (of.unsure << 12);
    this.#words[row * 2]! ^= mix(mix(mix(mix(mix(seed, of.met), of.not), state), scores), effort);
    this.#words[row * 2 + 1]! ^= mix(mix(mix(mix(mix(seed ^ 0x5bd1e995, effort), scores), state), of.not), of.met);
  }
}

const single = new Float32Array(1);
const singleBits = new Int32Array(single.buffer);

/** Start of the hash of a rule's verdicts, from its id and version. */
export function seedOf(rule: string, version: string): number {
  let hash = 0x811c9dc5;
  for (const char of `${rule}\u0000${version}`) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  return hash;
}

function mix(hash: number, value: number): number {
  let k = Math.imul(value, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  let h = hash ^ k;
  h = (h << 13) | (h >>> 19);
  h = (Math.imul(h, 5) + 0xe6546b64) | 0;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  return h ^ (h >>> 13);
}

/** Fingerprint of verdicts as they are kept. */
export function fingerprintOf(rows: Iterable<JudgedRow>): bigint {
  const one = new Fingerprints(1);
  for (const row of rows) {
    one.toggle(0, seedOf(row.rule, row.version), { ...row, verdict: VERDICTS.indexOf(row.verdict) });
  }
  return one.get(0);
}
