import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { MikroORM } from '@mikro-orm/postgresql';
import { loggableError } from '../errors/loggable-error.js';
import { migrations } from '../db/migrations/migrations.js';
import type { Logger } from '../logging/logger.js';
import { queueOf } from '../queue/job-queue.js';
import type { ContentStore } from '../storage/content-store.js';

/** Milliseconds that a check may take before its part counts as away. */
const patience = 2_000;
/** Milliseconds for which what is known of the storage is believed. */
const probeInterval = 10_000;

export type PartState = 'ok' | 'away';

/** Whether a process can do its work, and what of it is missing. */
export interface ReadinessReport {
  readonly ready: boolean;
  /** `stopping`: what is under way ends, and nothing new should come. */
  readonly status: 'ok' | 'away' | 'stopping';
  readonly checks: Readonly<Record<string, PartState>>;
}

export interface ReadinessDependencies {
  readonly orm: MikroORM;
  readonly store: ContentStore;
  readonly log: Logger;
  /** True for workers. An API without its queue still takes in voice; what it cannot tell them, a sweep finds. */
  readonly needsQueue: boolean;
}

/** Asks everything that a process needs, and believes nothing that it was told earlier. */
export class Readiness {
  readonly #dependencies: ReadinessDependencies;
  readonly #takesBytes: () => Promise<void>;
  #stopping = false;
  #schemaIsNew = false;

  constructor(dependencies: ReadinessDependencies) {
    this.#dependencies = dependencies;
    this.#takesBytes = storageProbe(dependencies.store);
  }

  /** From here on the process is not ready: whoever distributes requests looks for another one. */
  stop(): void {
    this.#stopping = true;
  }

  get stopping(): boolean {
    return this.#stopping;
  }

  async report(): Promise<ReadinessReport> {
    const { orm, needsQueue } = this.#dependencies;
    const em = orm.em.fork();
    const [database, schema, queue, storage] = await Promise.all([
      this.#look('database', em.execute('select 1')),
      this.#look('schema', this.#checkSchema()),
      this.#look('queue', queueOf(em).check(orm.em.fork())),
      this.#look('storage', this.#takesBytes()),
    ]);
    const needed = [database, schema, storage, ...(needsQueue ? [queue] : [])];
    const ready = needed.every((state) => state === 'ok') && !this.#stopping;
    return {
      ready,
      status: ready ? 'ok' : this.#stopping ? 'stopping' : 'away',
      checks: { database, schema, queue, storage },
    };
  }

  async #look(part: string, check: Promise<unknown>): Promise<PartState> {
    try {
      await withPatience(check);
      return 'ok';
    } catch (error) {
      this.#dependencies.log.warn({ error: loggableError(error), part }, 'not ready');
      return 'away';
    }
  }

  /** A process of a new release that comes up before the migration has run cannot serve yet. */
  async #checkSchema(): Promise<void> {
    if (this.#schemaIsNew) return;
    const rows = await this.#dependencies.orm.em
      .fork()
      .execute<{ name: string }[]>('select name from mikro_orm_migrations');
    const known = new Set(rows.map(({ name }) => name));
    const missing = migrations.find(({ name }) => !known.has(name));
    if (missing !== undefined) throw new Error(`The migration ${missing.name} has not run.`);
    this.#schemaIsNew = true;
  }
}

/**
 * A store that can be asked may still take nothing: a disk is full, a volume is not there, a key may only read. So a
 * few bytes are put and taken away again, but not at each call of whoever asks.
 */
function storageProbe(store: ContentStore): () => Promise<void> {
  let last: { readonly at: number; readonly outcome: Promise<void> } | undefined;
  const probe = async (): Promise<void> => {
    const key = `readyz/${randomUUID()}`;
    await store.put(key, Readable.from([Buffer.from('ready?')]), 'text/plain');
    await store.delete(key);
  };
  return () => {
    const now = performance.now();
    if (last === undefined || now - last.at > probeInterval) last = { at: now, outcome: probe() };
    return last.outcome;
  };
}

async function withPatience(check: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer for ${patience} ms.`)), patience);
  });
  try {
    await Promise.race([check, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
