import '@crowd-recital/ui/fonts.css';
import '@crowd-recital/ui/tokens.css';
import './base.css';
import urql from '@urql/vue';
import { createApp } from 'vue';
import { nextTask } from '@crowd-recital/ui/page/next-task.ts';
import { createTheme, themeKey } from '@crowd-recital/ui/theme/use-theme.ts';
import App from './App.vue';
import { agreementStateKey, createAgreementState } from './agreement/agreement-state';
import { readConsent } from './analytics/consent';
import { askWhoIsSignedIn } from './account/who-is-signed-in';
import { createSignInState, signInStateKey } from './account/sign-in-state';
import { createGraphqlClient } from './graphql/client';
import { createLanguage, languageKey } from './i18n/language';
import { forgetLastUser } from './offline/kept-answers';
import { registerServiceWorker } from './offline/register-service-worker';
import { createAppRouter } from './router';

/** Starts the speakers' app in `element`. */
export async function start(element: HTMLElement): Promise<void> {
  const root = document.documentElement;
  root.classList.add('recital-tokens');
  const theme = createTheme(root);
  const { i18n, language } = await createLanguage();
  await nextTask();
  const signIn = createSignInState();
  const agreement = createAgreementState();

  const client = createGraphqlClient({
    onSignedOut() {
      forgetLastUser();
      signIn.markSignedOut();
    },
    onAgreementRequired: agreement.markRequired,
  });

  createApp(App)
    .use(i18n)
    .use(urql, client)
    .use(createAppRouter(language, () => askWhoIsSignedIn(client)))
    .provide(themeKey, theme)
    .provide(languageKey, language)
    .provide(signInStateKey, signIn)
    .provide(agreementStateKey, agreement)
    .mount(element);
  // The first number that a browser writes takes it as long as a page of a list. Now it waits for the server anyway.
  void nextTask().then(() => i18n.global.n(0));
  registerServiceWorker();
  if (readConsent() === 'yes') void import('./analytics/begin').then(({ begin }) => begin(client));
}
