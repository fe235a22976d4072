import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@crowd-recital/core/errors/app-error.js';
import { isHashedName } from '@crowd-recital/core/web/hashed-name.js';
import { Router, type RequestHandler } from 'express';
import compressedStatic from 'express-static-gzip';
import { allowInlineScripts } from './inline-scripts.js';
import { notBuiltPage } from './not-built-page.js';

/** Folders of the built web apps. */
export interface WebApps {
  readonly recorder: string;
  readonly admin: string;
}

/**
 * The web apps. Files below `/assets` are found in either app, and a missing one is missing: a page in its place
 * would be taken for a script. `/admin` and below is the console's page, every other address the recorder's.
 */
export function webAppsRoute(apps: WebApps): Router {
  const router = Router();
  for (const app of [apps.recorder, apps.admin]) {
    router.use('/assets', assets(path.join(app, 'assets')));
  }
  router.use('/assets', (_request, response) => {
    // Of a compressed file that went away since the start.
    response.removeHeader('Content-Encoding');
    throw new AppError(
      'NOT_FOUND',
      'There is no such file. The page may be older than the server: load it again.',
    );
  });
  router.get(['/admin', '/admin/{*rest}'], page(apps.admin));
  router.get('/{*rest}', page(apps.recorder));
  return router;
}

/** The build has put compressed ones beside most files; those that came later are compressed on the way. */
function assets(folder: string): RequestHandler {
  return compressedStatic(folder, {
    index: false,
    enableBrotli: true,
    orderPreference: ['br', 'gzip'],
    serveStatic: {
      setHeaders(response, file) {
        const name = path.basename(file).replace(/\.(br|gz)$/, '');
        response.setHeader(
          'Cache-Control',
          isHashedName(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
        // Pages of other sites may host the console: its scripts and styles are no secret.
        response.setHeader('Access-Control-Allow-Origin', '*');
        response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      },
    },
  });
}

function page(app: string): RequestHandler {
  return async (_request, response, next) => {
    const html = await readFile(path.join(app, 'index.html'), 'utf8').catch(() => null);
    if (html === null) {
      response.status(503).set('Cache-Control', 'no-store').type('html').send(notBuiltPage);
      return;
    }
    const policy = String(response.getHeader('Content-Security-Policy'));
    response.set('Content-Security-Policy', allowInlineScripts(policy, html));
    response.sendFile(
      'index.html',
      { root: app, cacheControl: false, headers: { 'Cache-Control': 'no-cache' } },
      // Called at the end as well, when a compressed page is still on its way: whoever went on would cut it off.
      (error?: Error) => {
        if (error) next(error);
      },
    );
  };
}
