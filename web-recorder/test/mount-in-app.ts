import { mount, type VueWrapper } from '@vue/test-utils';
import type { Component } from 'vue';
import { createI18n } from 'vue-i18n';
import shared from '@crowd-recital/ui/locales/en.json';
import { createSignInState, signInStateKey } from '../src/account/sign-in-state';
import own from '../src/i18n/locales/en.json';

/** Mounts a component into the document with everything that the app provides, in English. */
export function mountInApp(component: Component, props: Record<string, unknown>): VueWrapper {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: { ...shared, ...own } } });
  return mount(component, {
    props,
    attachTo: document.body,
    global: { plugins: [i18n], provide: { [signInStateKey as symbol]: createSignInState() } },
  }) as VueWrapper;
}
