import type { Readiness } from '@crowd-recital/core/health/readiness.js';
import { Router } from 'express';

/** `healthz`: the process answers. `readyz`: it can also serve, because what it needs answers. */
export function healthRoute(readiness: Readiness): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    const { ready, status, checks } = await readiness.report();
    response
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status, checks });
  });
  return router;
}
