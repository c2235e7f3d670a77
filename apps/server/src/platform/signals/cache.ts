import type { Signals } from './signals.ts';

/** A value for each key, loaded once and forgotten by every server when `topic` is signalled with the key or with ''. */
export class SharedCache<Value> {
  readonly #load: (key: string) => Promise<Value>;
  readonly #most: number;
  readonly #values = new Map<string, Promise<Value>>();

  constructor(signals: Signals, topic: string, load: (key: string) => Promise<Value>, most = 10_000) {
    this.#load = load;
    this.#most = most;
    signals.on(topic, (key) => {
      if (key) this.#values.delete(key);
      else this.#values.clear();
    });
  }

  get(key: string): Promise<Value> {
    const known = this.#values.get(key);
    if (known) return known;
    const loading = this.#load(key);
    this.#values.set(key, loading);
    // A failure is not remembered.
    loading.catch(() => this.#values.delete(key));
    if (this.#values.size > this.#most) this.#values.delete(this.#values.keys().next().value!);
    return loading;
  }
}
