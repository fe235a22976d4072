import path from 'node:path';
import { Router } from 'express';
import type { WebApps } from './web-apps-route.js';

/**
 * What makes the recorder an app of its own on a device. The files lie below `/api` because proxies answer every other
 * path with the page; the header lets the worker serve pages all the same. Browsers ask anew each time.
 */
export function appFilesRoute({ recorder }: WebApps): Router {
  const router = Router();
  for (const file of ['sw.js', 'manifest.webmanifest']) {
    router.get(`/${file}`, (_request, response, next) => {
      const headers = { 'Cache-Control': 'no-cache', 'Service-Worker-Allowed': '/' };
      const options = { root: path.resolve(recorder), cacheControl: false, headers };
      response.sendFile(file, options, (error?: NodeJS.ErrnoException) => {
        if (error && !response.headersSent) next(error.code === 'ENOENT' ? undefined : error);
      });
    });
  }
  return router;
}
