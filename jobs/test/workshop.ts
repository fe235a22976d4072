import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Finding } from '@crowd-recital/core/fsck/finding.js';
import { fsck } from '@crowd-recital/core/fsck/fsck.js';
import { abandonIdleSessions } from '@crowd-recital/core/session/abandon-sessions.js';
import { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { LocalContentStore } from '@crowd-recital/core/storage/local-content-store.js';
import { testDatabase, type TestDatabase } from '@crowd-recital/core/test/database.js';
import { whenFileEnds } from '@crowd-recital/core/test/when-file-ends.js';
import type { JobDependencies } from '../src/dependencies.js';
import type { JobRun } from '../src/handler.js';
import { testDependencies } from './test-dependencies.js';

/** A database, a store and tools of its own for one test file. */
export interface Workshop {
  readonly database: TestDatabase;
  readonly store: LocalContentStore;
  /** What ROOT_DATA_FOLDER would be: store and work folders lie in it. */
  readonly dataFolder: string;
  readonly deps: JobDependencies;
  /** What a handler is called with. */
  run(given?: Partial<JobDependencies>, signal?: AbortSignal): JobRun;
  /** The session's row as it is now. */
  row(session: { readonly id: string }): Promise<RecitalSession>;
  /** Names of the folders that finalisations have left on this machine. */
  workFolders(): Promise<string[]>;
  /** The session's speaker went away without a word, two hours and more ago. */
  abandon(session: { readonly id: string }): Promise<void>;
  /** Somebody wants a recital that was never ended, as an admin does by confirming it. */
  keep(session: { readonly id: string }): Promise<void>;
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
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'jobs data '));
  whenFileEnds(() => rm(dataFolder, { recursive: true, force: true }));
  const contentFolder = path.join(dataFolder, 'content');
  const store = new LocalContentStore(contentFolder);
  const deps = await testDependencies({ em: () => database.em(), store, dataFolder });
  return {
    database,
    store,
    dataFolder,
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
    keep: async ({ id }) => {
      await database.em().execute('update recital_sessions set kept = true where id = ?', [id]);
    },
    workFolders: () => readdir(deps.workFolder),
    fsck: () => fsck({ em: database.em(), store, verifyHashes: true, graceSeconds: 0, overdueSeconds: 0 }),
    file: (key) => path.join(contentFolder, key),
  };
}
