import { nextTick } from 'vue';
import { createRouter, createWebHistory, type Router } from 'vue-router';
import { nextTask } from '@crowd-recital/ui/page/next-task.ts';
import SignedInGate from './account/SignedInGate.vue';
import { pageName, track } from './analytics/track';
import type { InterfaceLanguage } from './i18n/language';

/**
 * All addresses of the speakers' app.
 * @param askWhoIsSignedIn - called on the way to what nobody else may see, while its files are fetched
 */
export function createAppRouter(language: InterfaceLanguage, askWhoIsSignedIn: () => void): Router {
  const router = createRouter({
    history: createWebHistory('/'),
    routes: [
      { path: '/login', component: () => import('./account/SignInPage.vue') },
      {
        path: '/',
        component: SignedInGate,
        beforeEnter: () => askWhoIsSignedIn(),
        children: [
          { path: '', redirect: '/texts' },
          {
            path: '',
            component: () => import('./shell/AppShell.vue'),
            children: [
              { path: 'texts', name: 'texts', component: () => import('./texts/TextsPage.vue') },
              { path: 'texts/new', name: 'add-text', component: () => import('./texts/add/AddTextPage.vue') },
              { path: 'texts/suggest', component: () => import('./texts/suggest/SuggestPage.vue') },
              {
                path: 'texts/:textId/edit',
                component: () => import('./texts/edit/EditTextPage.vue'),
                props: true,
              },
              { path: 'together', component: () => import('./stats/StandingPage.vue') },
              {
                path: 'microphone',
                component: () => import('./microphone-test/MicrophoneTestPage.vue'),
              },
              {
                path: 'recordings/:id?',
                name: 'recordings',
                component: () => import('./recordings/RecordingsPage.vue'),
                props: true,
              },
            ],
          },
          {
            path: '',
            component: () => import('./shell/AppShell.vue'),
            meta: { withoutAgreement: true, withoutApproval: true },
            children: [
              { path: 'profile', component: () => import('./profile/ProfilePage.vue') },
              { path: 'help', component: () => import('./help/HelpPage.vue') },
            ],
          },
          { path: 'waiting', component: () => import('./account/NotApprovedPage.vue') },
          {
            path: 'agreement',
            component: () => import('./agreement/AgreementPage.vue'),
            meta: { withoutAgreement: true },
          },
          {
            path: 'recite/:textId',
            component: () => import('./recite/RecitePage.vue'),
            props: true,
            meta: { firstWordsSuffice: true },
          },
        ],
      },
      { path: '/:rest(.*)*', component: () => import('./shell/NotFoundPage.vue') },
    ],
  });
  router.beforeResolve(async (to, from) => {
    if (!to.meta.firstWordsSuffice) await language.loadRest();
    // What is shown first begins with a task of its own. Later ones must not: on the way back the browser finds the
    // place again only on a page that is there at once.
    if (from.matched.length === 0) await nextTask();
  });
  router.afterEach(({ path }, _from, failure) => {
    if (!failure) track('$pageview', { name: pageName(path) });
  });
  beginPagesAtTheirTop(router);
  keepFocusOnThePage(router);
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

/** The focus of what is gone with the old page goes to the new one, or the next Tab would begin at the very top. */
function keepFocusOnThePage(router: Router): void {
  router.afterEach((_to, from, failure) => {
    if (failure || from.matched.length === 0) return;
    void nextTick(() => {
      if (document.activeElement !== document.body) return;
      document.querySelector<HTMLElement>('main[tabindex]')?.focus({ preventScroll: true });
    });
  });
}
