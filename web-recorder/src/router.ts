import { createRouter, createWebHistory, type Router } from 'vue-router';
import SignedInGate from './account/SignedInGate.vue';

/** All addresses of the speakers' app. Each page is a file of its own, loaded when it is first needed. */
export function createAppRouter(): Router {
  return createRouter({
    history: createWebHistory('/'),
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
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
              { path: 'texts', component: () => import('./texts/TextsPage.vue') },
              { path: 'texts/new', component: () => import('./texts/AddTextPage.vue') },
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
}
