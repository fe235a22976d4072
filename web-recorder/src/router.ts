import { createRouter, createWebHistory, type Router } from 'vue-router';
import SignedInGate from './account/SignedInGate.vue';

/** All addresses of the speakers' app. Each page is a file of its own, loaded when it is first needed. */
export function createAppRouter(): Router {
  const router = createRouter({
    history: createWebHistory('/'),
    routes: [
      { path: '/login', component: () => import('./account/SignInPage.vue') },
      {
        path: '/',
        component: SignedInGate,
        children: [
          { path: '', redirect: '/texts' },
          {
            path: '',
            component: () => import('./shell/AppShell.vue'),
            children: [
              { path: 'texts', name: 'texts', component: () => import('./texts/TextsPage.vue') },
              { path: 'texts/new', name: 'add-text', component: () => import('./texts/AddTextPage.vue') },
              {
                path: 'recordings/:id?',
                name: 'recordings',
                component: () => import('./recordings/RecordingsPage.vue'),
                props: true,
              },
            ],
          },
          { path: 'recite/:textId', component: () => import('./recite/RecitePage.vue'), props: true },
        ],
      },
      { path: '/:rest(.*)*', component: () => import('./shell/NotFoundPage.vue') },
    ],
  });
  beginPagesAtTheirTop(router);
  return router;
}

/**
 * A new page begins at its top; on the way back the browser itself finds the place again. A recording opened beside
 * its list is no new page: the list stays where it is.
 */
function beginPagesAtTheirTop(router: Router): void {
  let wentBack = false;
  addEventListener('popstate', () => (wentBack = true));
  router.afterEach((to, from, failure) => {
    const isBesideList = to.name === from.name && matchMedia('(width > 64rem)').matches;
    if (!wentBack && !failure && to.path !== from.path && !isBesideList) scrollTo({ top: 0 });
    wentBack = false;
  });
}
