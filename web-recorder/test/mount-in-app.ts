import urql, { type Client } from '@urql/vue';
import { mount, type VueWrapper } from '@vue/test-utils';
import { ref, type Component } from 'vue';
import { createI18n } from 'vue-i18n';
import shared from '@crowd-recital/ui/locales/en.json';
import sharedLater from '@crowd-recital/ui/locales/later/en.json';
import { languageKey, type InterfaceLanguage } from '../src/i18n/language';
import { createSignInState, signInStateKey } from '../src/account/sign-in-state';
import first from '../src/i18n/locales/first/en.json';
import others from '../src/i18n/locales/en.json';

/**
 * Mounts a component into the document with everything that the app provides, in English.
 * @param client for a component that asks the server
 */
export function mountInApp(
  component: Component,
  props: Record<string, unknown>,
  client?: Client,
): VueWrapper {
  const i18n = createI18n({
    legacy: false,
    locale: 'en',
    messages: { en: { ...shared, ...sharedLater, ...first, ...others } },
  });
  const done = () => Promise.resolve();
  const language: InterfaceLanguage = { current: ref('en'), choose: done, loadRest: done };
  return mount(component, {
    props,
    attachTo: document.body,
    global: {
      plugins: client ? [i18n, [urql, client]] : [i18n],
      provide: { [signInStateKey as symbol]: createSignInState(), [languageKey as symbol]: language },
    },
  }) as VueWrapper;
}
