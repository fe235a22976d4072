import './isolation.css';
import '@crowd-recital/ui/fonts.css';
import '@crowd-recital/ui/tokens.css';
import { createApp } from 'vue';
import { createI18n } from 'vue-i18n';
import { rememberedLanguage } from '../i18n/languages';
import { loadMessages } from '../i18n/messages';
import type { MountOptions } from '../mount/mount-options';
import ConsoleRoot from './ConsoleRoot.vue';
import { createConsoleRouter, enterBasePath } from './router';

/** Puts the console into an element; gives back what takes it away. */
export type PlaceConsole = (element: HTMLElement, options: MountOptions) => () => void;

/** Fetches what the console needs before it can draw anything: the words of its language. */
export async function loadConsole(): Promise<PlaceConsole> {
  const language = rememberedLanguage();
  const messages = await loadMessages(language);

  return function placeConsole(element, options) {
    const root = document.createElement('div');
    root.className = 'recital-admin recital-tokens';
    element.append(root);

    const titleOfHost = document.title;
    enterBasePath(options.basePath);
    const router = createConsoleRouter(options.basePath);
    const i18n = createI18n({ legacy: false, locale: language, messages: { [language]: messages } });
    const app = createApp(ConsoleRoot, { root, options });
    app.use(i18n).use(router).mount(root);

    return function removeConsole() {
      app.unmount();
      router.options.history.destroy();
      root.remove();
      document.title = titleOfHost;
    };
  };
}
