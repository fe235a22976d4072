import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

// Sources of the other packages are taken as they are; nothing has to be built before a test. Without
// `module`: Vitest hands these on to Node, which would then load pg's bundler build and fail.
const conditions = ['node', 'development'];

const alias = [
  // type-graphql loads graphql's CommonJS copy, Vite would load the other one: two realms, one schema fails.
  { find: /^graphql$/, replacement: 'graphql/index.js' },
];

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias, conditions },
        ssr: { resolve: { conditions } },
        oxc: { decorator: { legacy: true } },
        test: {
          name: 'server',
          environment: 'node',
          include: ['{core,api,jobs,cli,scripts}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          globalSetup: ['./vitest.global-setup.ts'],
          server: { deps: { inline: ['type-graphql', 'graphql'] } },
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        plugins: [vue()],
        test: {
          name: 'web',
          environment: 'happy-dom',
          include: ['{ui,web-recorder,web-admin}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
        },
      },
      {
        resolve: { conditions },
        ssr: { resolve: { conditions } },
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['e2e/**/*.e2e.ts'],
          exclude: ['**/node_modules/**'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
