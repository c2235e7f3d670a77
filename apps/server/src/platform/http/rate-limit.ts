import type { Clock } from '../clock.ts';
import { Fault } from '../fault.ts';

/**
 * Token buckets in this server's memory, one for each key (user or address). Several servers allow together what one
 * allows times their number; sign-in has its own limit, kept in the database.
 */
export class RateLimit {
  readonly #perMinute: number;
  readonly #clock: Clock;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  /** @param perMinute 0 = no limit. Half of it may come at once. */
  constructor(perMinute: number, clock: Clock) {
    this.#perMinute = perMinute;
    this.#clock = clock;
  }

  /** @throws Fault `too_many_requests` when the key's bucket is empty. */
  take(key: string): void {
    if (this.#perMinute === 0) return;
    const now = this.#clock.now().getTime();
    const most = this.#perMinute / 2;
    const bucket = this.#buckets.get(key) ?? { tokens: most, at: now };
    const tokens = Math.min(most, bucket.tokens + ((now - bucket.at) * this.#perMinute) / 60_000);
    if (tokens < 1)
      throw new Fault(
        'too_many_requests',
        { zh: '请求过于频繁。', en: 'Too many requests.' },
        { zh: '请稍等几秒再试。', en: 'Wait a few seconds and try again.' },
      );
    this.#buckets.delete(key);
    this.#buckets.set(key, { tokens: tokens - 1, at: now });
    this.#forgetOldest();
  }

  /** Least recently used first, so that a flood of addresses cannot fill the memory. */
  #forgetOldest(): void {
    if (this.#buckets.size <= 50_000) return;
    const oldest = this.#buckets.keys().next().value;
    if (oldest !== undefined) this.#buckets.delete(oldest);
  }
}
