/// <reference types="node" />
import { fileURLToPath } from 'node:url';
import vueI18n from '@intlify/unplugin-vue-i18n/vite';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { arrivals } from './arrivals.ts';
import { compileAhead } from './compile-ahead.ts';
import { fileGroups } from './file-groups.ts';
import { leanFonts } from './lean-fonts.ts';
import { leanVueI18n } from './lean-vue-i18n.ts';
import { offlineApp } from './offline-app.ts';
import { operationsApart } from './operations-apart.ts';
import { recitalBudget } from './recital-budget.ts';

const server = `http://127.0.0.1:${process.env.PORT ?? 8000}`;
const locales = ['./src/i18n/locales/**/*.json', '../ui/src/locales/**/*.json'].map((pattern) =>
  fileURLToPath(new URL(pattern, import.meta.url)),
);

export default defineConfig({
  plugins: [
    vue(),
    leanVueI18n(),
    vueI18n({
      include: locales,
      runtimeOnly: true,
      compositionOnly: true,
      fullInstall: false,
      dropMessageCompiler: true,
    }),
    operationsApart(),
    recitalBudget(),
    leanFonts(),
    compileAhead(),
    arrivals(),
    offlineApp(),
  ],
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
  resolve: { conditions: ['development', 'module', 'browser'] },
  server: {
    port: 5173,
    strictPort: true,
    proxy: {
      '/api': server,
      '/env': server,
      '/admin': { target: 'http://127.0.0.1:5174', ws: true },
    },
  },
  build: {
    outDir: 'dist',
    // The console's files lie beside these, below /assets/admin.
    assetsDir: 'assets/recorder',
    target: 'es2022',
    // The first that know `:dir()`. For older ones it would become a list of languages, and what has a direction of its
    // own (the controls below a Hebrew text on an English page) would be drawn in that of the page.
    cssTarget: ['chrome120', 'firefox121', 'safari16.4', 'ios16.4'],
    // Slower than Vite's own, and 2.6 kB less of what the recital loads.
    minify: 'terser',
    terserOptions: { module: true, compress: { passes: 2 } },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What is needed together comes together: each file more is a way to the server more, and compresses worse.
        codeSplitting: { groups: fileGroups },
      },
    },
  },
});
