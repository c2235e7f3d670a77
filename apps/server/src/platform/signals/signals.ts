import type { Db, Tx } from '../database/index.ts';

/** Short messages between the servers of one database: “this cache is stale”, “this run is cancelled”. */
export interface Signals {
  /** Sent when the transaction commits; every server hears it, this one too. @param payload below 7 kB. */
  publish(db: Db | Tx, topic: string, payload?: string): Promise<void>;
  /** @returns how to stop listening. `payload` is null after a lost connection: anything may have happened meanwhile. */
  on(topic: string, hear: (payload: string | null) => void): () => void;
  close(): Promise<void>;
}
