import type { Plugin } from 'vite';

const WHOLE = "import * as Vue from 'vue';";
const NEEDED =
  "import { getCurrentInstance as vueInstance } from 'vue'; const Vue = { getCurrentInstance: vueInstance };";

/**
 * vue-i18n looks `currentInstance` up by a computed name, for a Vue that is still to come, and so keeps every part of
 * Vue in the bundle (18 kB compressed that nobody calls). Of the Vue that we have it only needs getCurrentInstance.
 */
export function leanVueI18n(): Plugin {
  return {
    name: 'lean-vue-i18n',
    apply: 'build',
    transform: {
      filter: { id: /\/vue-i18n\/dist\/vue-i18n\.runtime\.mjs$/ },
      handler(code) {
        if (!code.includes(WHOLE))
          this.error('vue-i18n no longer imports the whole of Vue: drop this plugin');
        return { code: code.replace(WHOLE, NEEDED), map: null };
      },
    },
  };
}
