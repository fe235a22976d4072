import { availableParallelism } from 'node:os';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/test/longest-first.js';

// Sources of the other packages are taken as they are; nothing has to be built before a test. Without
// `module`: Vitest hands these on to Node, which would then load pg's bundler build and fail.
const conditions = ['node', 'development'];

const alias = [
  // type-graphql loads graphql's CommonJS copy, Vite would load the other one: two realms, one schema fails.
  { find: /^graphql$/, replacement: 'graphql/index.js' },
];

/**
 * Tests that start whole processes, send whole recordings through ffmpeg or ask the API thousands of things: part of
 * `npm test`, not of `check`.
 */
const long = [
  'api/src/auth/{authorisation,field-access}.test.ts',
  'api/src/http/behind-nginx.test.ts',
  'api/src/main.test.ts',
  'chaos/*.test.ts',
  'cli/src/admin/**/*.test.ts',
  'core/src/audio/transcode.test.ts',
  'core/src/session/upload-failpoints.test.ts',
  'jobs/src/main.test.ts',
  'jobs/src/{finalise-session,discard-session,publish-review,delete-old-segments,import-text,repair,worker}/*.test.ts',
  'scripts/{backup,embedded-postgres,start}/*.test.ts',
];

/** Two hours of voice: ffmpeg alone needs minutes for them. */
const hours = 'jobs/src/**/*.hours.test.ts';

/** From version 25 on Node brings a `localStorage` along that stores nothing, and Vitest leaves it in the page's place. */
const withoutOwnStorage = process.allowedNodeEnvironmentFlags.has('--no-experimental-webstorage')
  ? ['--no-experimental-webstorage']
  : [];

/** What all kinds of server tests have in common. */
const server = {
  environment: 'node' as const,
  globalSetup: ['./vitest.global-setup.ts'],
  setupFiles: ['./vitest.file-setup.ts'],
  server: { deps: { inline: ['type-graphql', 'graphql'] } },
  testTimeout: 40_000,
  hookTimeout: 60_000,
};

const serverBuild = {
  resolve: { alias, conditions },
  ssr: { resolve: { conditions } },
  oxc: { decorator: { legacy: true } },
};

export default defineConfig({
  test: {
    // Much of what is tested waits: for leases, processes, disks. By itself Vitest leaves a processor free.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        ...serverBuild,
        test: {
          ...server,
          name: 'server',
          include: ['{core,api,jobs,cli,scripts}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', ...long],
          // Loading MikroORM and the schema anew for each file took as long as the tests themselves.
          isolate: false,
        },
      },
      {
        ...serverBuild,
        test: {
          ...server,
          name: 'server-long',
          include: long,
          exclude: ['**/node_modules/**', '**/dist/**', hours],
          isolate: false,
          // Whole processes and many runs of ffmpeg in one test, beside much else on two processors.
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...serverBuild,
        test: {
          ...server,
          // By hand: `npx vitest run --project hours`.
          name: 'hours',
          include: [hours],
        },
      },
      {
        plugins: [vue()],
        test: {
          name: 'web',
          environment: 'happy-dom',
          execArgv: withoutOwnStorage,
          include: ['{ui,web-recorder,web-admin}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          // A page of its own for each file took three times as long as the tests.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        resolve: { conditions },
        ssr: { resolve: { conditions } },
        test: {
          name: 'e2e',
          environment: 'node',
          globalSetup: ['./e2e/global-setup.ts'],
          include: ['e2e/*.e2e.ts'],
          exclude: ['**/node_modules/**'],
          // A voice at a microphone needs its time: nothing else runs beside it.
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 180_000,
        },
      },
      {
        resolve: { conditions },
        ssr: { resolve: { conditions } },
        test: {
          name: 'pages',
          environment: 'node',
          globalSetup: ['./e2e/global-setup.ts'],
          // The whole system in a browser as well, but nobody listens to what it records: these may run side by side.
          include: ['e2e/pages/*.e2e.ts'],
          isolate: false,
          testTimeout: 300_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
