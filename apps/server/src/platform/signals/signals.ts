import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import type { Database, Db, Tx } from '../database/index.ts';

/** Short messages between the servers of one database: “this cache is stale”, “this run is cancelled”. */
export interface Signals {
  /** Sent when the transaction commits; every server hears it, this one too. @param payload below 7 kB. */
  publish(db: Db | Tx, topic: string, payload?: string): Promise<void>;
  /** @returns how to stop listening. `payload` is null after a lost connection: anything may have happened meanwhile. */
  on(topic: string, hear: (payload: string | null) => void): () => void;
  close(): Promise<void>;
}

const CHANNEL = 'forest';
const RETRY_MS = 500;

/** Listens on a connection of its own and takes it up again when it breaks. */
export async function openSignals(database: Pick<Database, 'connection'>): Promise<Signals> {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  let closed = false;
  let client: pg.Client | undefined;

  async function listen(): Promise<void> {
    const fresh = new pg.Client({ ...database.connection, keepAlive: true });
    fresh.on('error', () => {});
    fresh.on('notification', ({ payload }) => {
      const { topic, text } = JSON.parse(payload ?? '{}');
      emitter.emit(topic, text);
    });
    fresh.once('end', () => {
      if (!closed && client === fresh) void reconnect();
    });
    try {
      await fresh.connect();
      await fresh.query(`listen ${CHANNEL}`);
    } catch (error) {
      await fresh.end().catch(() => {});
      throw error;
    }
    client = fresh;
  }

  async function reconnect(): Promise<void> {
    while (!closed) {
      try {
        await listen();
        if (closed) return await client?.end();
        for (const topic of emitter.eventNames()) emitter.emit(topic, null);
        return;
      } catch {
        await sleep(RETRY_MS, undefined, { ref: false });
      }
    }
  }

  await listen();
  return {
    publish: async (db, topic, payload = '') => {
      await sql`select pg_notify(${CHANNEL}, ${JSON.stringify({ topic, text: payload })})`.execute(db);
    },
    on: (topic, hear) => {
      emitter.on(topic, hear);
      return () => emitter.off(topic, hear);
    },
    close: async () => {
      closed = true;
      await client?.end();
    },
  };
}
