import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Router } from 'express';
import { loggableError } from './loggable-error.js';

/** How long a check may take before its part counts as away. */
const patience = 2_000;

interface Checked {
  readonly orm: MikroORM;
  readonly store: ContentStore;
}

/** `healthz`: the process answers. `readyz`: it can also serve, because what it needs answers. */
export function healthRoute({ orm, store }: Checked): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });
  router.get('/readyz', async (request, response) => {
    const checks = {
      database: orm.em.fork().execute('select 1'),
      storage: store.head('readyz/nothing'),
    };
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
