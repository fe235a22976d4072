import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Router } from 'express';
import { loggableError } from '@crowd-recital/core/errors/loggable-error.js';

/** Milliseconds that a check may take before its part counts as away. */
const patience = 2_000;
/** Milliseconds for which what is known of the storage is believed. */
const probeInterval = 10_000;

interface Checked {
  readonly orm: MikroORM;
  readonly store: ContentStore;
}

/** `healthz`: the process answers. `readyz`: it can also serve, because what it needs answers. */
export function healthRoute({ orm, store }: Checked): Router {
  const router = Router();
  const takesBytes = storageProbe(store);
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });
  router.get('/readyz', async (request, response) => {
    const checks = { database: orm.em.fork().execute('select 1'), storage: takesBytes() };
    const entries = await Promise.all(
      Object.entries(checks).map(async ([part, check]) => {
        try {
          await withPatience(check);
          return [part, 'ok'] as const;
        } catch (error) {
          request.log.warn({ error: loggableError(error), part }, 'not ready');
          return [part, 'away'] as const;
        }
      }),
    );
    const ready = entries.every(([, state]) => state === 'ok');
    response
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: ready ? 'ok' : 'away', checks: Object.fromEntries(entries) });
  });
  return router;
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
