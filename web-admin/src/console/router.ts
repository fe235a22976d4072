import { createRouter, createWebHistory, type Router } from 'vue-router';

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's name among the messages */
    title: string;
    /** The page of the menu that it belongs to, where that is another one */
    menu?: string;
  }
}

/** The console's pages below `basePath`. A detail is part of its list's page: opening one keeps the list as it is. */
export function createConsoleRouter(basePath: string): Router {
  return createRouter({
    history: createWebHistory(basePath),
    routes: [
      { path: '/', redirect: { name: 'overview' } },
      {
        path: '/overview',
        name: 'overview',
        component: () => import('../overview/OverviewPage.vue'),
        meta: { title: 'overview.title' },
      },
      {
        path: '/jobs/:jobId?',
        name: 'jobs',
        component: () => import('../queue/JobsPage.vue'),
        meta: { title: 'jobs.title' },
      },
      {
        path: '/audit/:entryId?',
        name: 'audit',
        component: () => import('../audit/AuditPage.vue'),
        meta: { title: 'audit.title' },
      },
      {
        path: '/settings',
        name: 'settings',
        component: () => import('../settings/SettingsPage.vue'),
        meta: { title: 'settings.title' },
      },
      {
        path: '/people/invites/:inviteId?',
        name: 'invites',
        component: () => import('../invites/InvitesPage.vue'),
        meta: { title: 'invites.title', menu: 'people' },
      },
      {
        path: '/people/:personId?',
        name: 'people',
        component: () => import('../people/PeoplePage.vue'),
        meta: { title: 'people.title' },
      },
      {
        path: '/recordings/:recordingId?',
        name: 'recordings',
        component: () => import('../recordings/RecordingsPage.vue'),
        meta: { title: 'recordings.title' },
      },
      {
        path: '/review',
        name: 'review',
        component: () => import('../review/ReviewPage.vue'),
        meta: { title: 'review.title' },
      },
      {
        path: '/texts/import',
        name: 'textImport',
        component: () => import('../texts/ImportPage.vue'),
        meta: { title: 'textImport.heading', menu: 'texts' },
      },
      {
        path: '/texts/reported/:reportId?',
        name: 'reported',
        component: () => import('../texts/ReportedPage.vue'),
        meta: { title: 'reported.title', menu: 'texts' },
      },
      {
        path: '/texts/:textId/sentences',
        name: 'textSentences',
        component: () => import('../texts/SentencesPage.vue'),
        meta: { title: 'sentences.title', menu: 'texts' },
      },
      {
        path: '/texts/:textId?',
        name: 'texts',
        component: () => import('../texts/TextsPage.vue'),
        meta: { title: 'texts.title' },
      },
      {
        path: '/:unknown(.*)*',
        name: 'unknown',
        component: () => import('./UnknownPage.vue'),
        meta: { title: 'unknown.title' },
      },
    ],
  });
}

/** Where the console was asked for: an address outside `basePath` (a host that mounts it anywhere) is its beginning. */
export function enterBasePath(basePath: string): void {
  const base = basePath.replace(/\/+$/, '');
  const { pathname } = location;
  if (pathname !== base && !pathname.startsWith(`${base}/`))
    history.replaceState(history.state, '', `${base}/`);
}
