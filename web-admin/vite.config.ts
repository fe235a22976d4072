import { fileURLToPath } from 'node:url';
import vueI18n from '@intlify/unplugin-vue-i18n/vite';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { rekaGuardsPlugin } from './reka-guards-plugin.ts';
import { stylesheetsPlugin } from './stylesheets-plugin.ts';

const api = `http://127.0.0.1:${process.env.PORT ?? 8000}`;
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ command }) => ({
  root: here('.'),
  // In development the recorder's server hands /admin on to this one.
  base: command === 'serve' ? '/admin/' : '/',
  plugins: [
    vue(),
    vueI18n({
      include: [here('src/locales/*.json'), here('../ui/src/locales/**/*.json')],
      runtimeOnly: true,
      compositionOnly: true,
      fullInstall: false,
      dropMessageCompiler: true,
    }),
    rekaGuardsPlugin(),
    stylesheetsPlugin(),
  ],
  server: {
    host: '127.0.0.1',
    port: 5174,
    strictPort: true,
    proxy: { '/api': api, '/env': api },
  },
  build: {
    target: 'es2022',
    // The first that know `:dir()`. For older ones it would become a list of languages, and what has a direction of its
    // own (the controls below a Hebrew text on an English page) would be drawn in that of the page.
    cssTarget: ['chrome120', 'firefox121', 'safari16.4', 'ios16.4'],
    assetsDir: 'assets/admin',
    // One stylesheet that mount links and unlinks; split ones and preloads would be linked by the bundler and stay.
    cssCodeSplit: false,
    modulePreload: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      input: { page: here('index.html'), mount: here('src/mount.ts') },
      output: {
        entryFileNames: ({ name }) =>
          name === 'mount' ? 'assets/admin/mount.js' : 'assets/admin/[name]-[hash].js',
        chunkFileNames: 'assets/admin/[name]-[hash].js',
        assetFileNames: 'assets/admin/[name]-[hash][extname]',
        codeSplitting: { groups: [{ name: 'import', test: /vite\/preload-helper/ }] },
      },
    },
  },
  experimental: {
    // Relative among themselves: a page of another origin loads them from here.
    renderBuiltUrl: (file, { hostType }) => (hostType === 'html' ? `/${file}` : { relative: true }),
  },
}));
