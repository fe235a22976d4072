import { clientsClaim } from 'workbox-core';
import { addRoute, cleanupOutdatedCaches, createHandlerBoundToURL, precache } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

/** All files of the app, put in when it is built. */
declare const APP_FILES: { url: string; revision: string | null }[];

/** A page that takes longer is not waited for: a link that is there and carries nothing is as good as none. */
const PAGE_PATIENCE_MILLISECONDS = 5_000;

/*
 * Opens the app without a connection. It keeps the app's own files and nothing else: what belongs to somebody stays in
 * the page, under that user's id. With a connection the page comes from the server, so that a new version is there with
 * the next page. There is no skipWaiting: the files of a page that is open (a recital runs in it) stay until it closes.
 */
precache(APP_FILES);
cleanupOutdatedCaches();
clientsClaim();

const keptPage = createHandlerBoundToURL('/index.html');
registerRoute(
  new NavigationRoute(
    async (options) => {
      const fresh = await Promise.race([fetch(options.request).catch(() => null), patience()]);
      return fresh && fresh.status < 500 ? fresh : keptPage(options);
    },
    { denylist: [/^\/(admin|api|env)(\/|$)/] },
  ),
);
addRoute({ directoryIndex: '', cleanURLs: false });

function patience(): Promise<null> {
  return new Promise((done) => {
    setTimeout(() => done(null), PAGE_PATIENCE_MILLISECONDS);
  });
}
