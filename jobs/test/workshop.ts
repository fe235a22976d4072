import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { findAudioTools } from '@crowd-recital/core/audio/find-audio-tools.js';
import type { Finding } from '@crowd-recital/core/fsck/finding.js';
import { fsck } from '@crowd-recital/core/fsck/fsck.js';
import { createLogger } from '@crowd-recital/core/logging/logger.js';
import { abandonIdleSessions } from '@crowd-recital/core/session/abandon-sessions.js';
import { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import type { LocalContentStore } from '@crowd-recital/core/storage/local-content-store.js';
import { testStore } from '@crowd-recital/core/test/content-store.js';
import { testDatabase, type TestDatabase } from '@crowd-recital/core/test/database.js';
import { limits } from '@crowd-recital/core/test/factories.js';
import type { JobDependencies } from '../src/dependencies.js';
import type { JobRun } from '../src/handler.js';

/** A database, a store and tools of its own for one test file. */
export interface Workshop {
  readonly database: TestDatabase;
  readonly store: LocalContentStore & { readonly folder: string };
  readonly deps: JobDependencies;
  /** What a handler is called with. */
  run(given?: Partial<JobDependencies>, signal?: AbortSignal): JobRun;
  /** The session's row as it is now. */
  row(session: { readonly id: string }): Promise<RecitalSession>;
  /** Names of the folders that finalisations have left on this machine. */
  workFolders(): Promise<string[]>;
  /** The session's speaker went away without a word, two hours and more ago. */
  abandon(session: { readonly id: string }): Promise<void>;
  /** Ends every lease, back-off and quiet time of a session, as if their time had passed. */
  letTimePass(session: { readonly id: string }): Promise<void>;
  /** What fsck finds, every byte read. */
  fsck(): Promise<readonly Finding[]>;
  /** The file of an object in the store. */
  file(key: string): string;
}

/** Call it in `beforeAll`. */
export async function openWorkshop(): Promise<Workshop> {
  const database = await testDatabase();
  const store = await testStore();
  const workFolder = await mkdtemp(path.join(os.tmpdir(), 'work folders '));
  afterAll(() => rm(workFolder, { recursive: true, force: true }));
  const deps: JobDependencies = {
    em: () => database.em(),
    store,
    tools: await findAudioTools({
      ffmpegPath: process.env.FFMPEG_PATH,
      ffprobePath: process.env.FFPROBE_PATH,
    }),
    log: Object.assign(createLogger('test', { debug: false }), { level: process.env.TEST_LOG ?? 'silent' }),
    workFolder,
    session: {
      ...limits,
      segmentDuration: 10,
      abandonedAfter: 7_200,
      segmentRetentionDays: 30,
      uploadsPerSecond: 4,
    },
    finalisationDisabled: false,
    lease: { leaseSeconds: 120, renewSeconds: 30 },
    discardWaitSeconds: 0,
  };
  return {
    database,
    store,
    deps,
    run: (given = {}, signal = new AbortController().signal) => ({ deps: { ...deps, ...given }, signal }),
    row: ({ id }) => database.em().findOneOrFail(RecitalSession, id),
    letTimePass: async ({ id }) => {
      await database.em().execute(
        `update recital_sessions set lease_until = null, next_attempt_at = null,
             last_content_at = now() - interval '1 minute' where id = ?`,
        [id],
      );
    },
    abandon: async ({ id }) => {
      const em = database.em();
      await em.execute(
        `update recital_sessions set last_activity_at = now() - interval '3 hours',
           last_content_at = now() - interval '3 hours' where id = ?`,
        [id],
      );
      await abandonIdleSessions(em, { abandonedAfterSeconds: 7_200 });
    },
    workFolders: () => readdir(workFolder),
    fsck: () => fsck({ em: database.em(), store, verifyHashes: true, graceSeconds: 0, overdueSeconds: 0 }),
    file: (key) => path.join(store.folder, key),
  };
}
