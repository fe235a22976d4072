import { existsSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '@crowd-recital/core/errors/app-error.js';
import express, { Router, type RequestHandler, type Response } from 'express';
import { notBuiltPage } from './not-built-page.js';

/** Folders of the built web apps. */
export interface WebApps {
  readonly recorder: string;
  readonly admin: string;
}

/** The bundler puts a hash of the content into a name: eight characters, a digit or a capital among them. */
const hashed = /-(?=[\w-]*[0-9A-Z])[\w-]{8}\.[a-z0-9]+(\.map)?$/;

/**
 * The web apps. Files below `/assets` are found in either app, and a missing one is missing: a page in its place
 * would be taken for a script. `/admin` and below is the console's page, every other address the recorder's.
 */
export function webAppsRoute(apps: WebApps): Router {
  const router = Router();
  for (const app of [apps.recorder, apps.admin]) {
    router.use('/assets', express.static(path.join(app, 'assets'), { index: false, setHeaders: setCaching }));
  }
  router.use('/assets', () => {
    throw new AppError(
      'NOT_FOUND',
      'There is no such file. The page may be older than the server: load it again.',
    );
  });
  router.get(['/admin', '/admin/{*rest}'], page(apps.admin));
  router.get('/{*rest}', page(apps.recorder));
  return router;
}

function setCaching(response: Response, file: string): void {
  const caching = hashed.test(path.basename(file)) ? 'public, max-age=31536000, immutable' : 'no-cache';
  response.set({
    'Cache-Control': caching,
    // Pages of other sites may host the console: its scripts and styles are no secret.
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
}

function page(app: string): RequestHandler {
  return (_request, response, next) => {
    if (!existsSync(path.join(app, 'index.html'))) {
      response.status(503).set('Cache-Control', 'no-store').type('html').send(notBuiltPage);
      return;
    }
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
