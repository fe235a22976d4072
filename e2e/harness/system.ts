import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findFreePort } from '../../scripts/embedded-postgres/free-port.js';
import { startChild, type Child } from './child.js';
import { copiedDatabase, type MakeDatabase } from './database.js';
import { project } from './project.js';

const run = promisify(execFile);

/** The whole product as an operator runs it, built, with a database and a data folder that are thrown away. */
export interface System {
  /** Where browsers find it, without a slash at the end. */
  readonly url: string;
  /** Folder of the finished recordings. */
  readonly contentFolder: string;
  /** A folder for whatever a test needs; removed at the end. */
  readonly scratch: string;
  /** What a command line tool must be told to work on this system. */
  readonly environment: NodeJS.ProcessEnv;
  /** Ends the API at once, as a crash would, and starts it again at the same port. */
  crashApi(): Promise<void>;
  /** What the consistency check finds, in its own words; empty when all is well. */
  fsck(): Promise<string>;
  stop(): Promise<void>;
}

export interface SystemOptions {
  readonly withJobs?: boolean;
  readonly makeDatabase?: MakeDatabase;
}

/**
 * Starts API and jobs of their own for one test file, with a database of their own.
 * @param settings - environment variables that differ from the usual
 * @param options.withJobs - false: nobody works on what waits, so that it stays as it is
 */
export async function startSystem(
  settings: NodeJS.ProcessEnv = {},
  { withJobs = true, makeDatabase = copiedDatabase }: SystemOptions = {},
): Promise<System> {
  const folder = await mkdtemp(join(tmpdir(), 'crowd-recital-e2e-'));
  const database = await makeDatabase(folder);
  const port = await findFreePort();
  const environment = {
    ...process.env,
    NODE_ENV: 'development',
    DB_CONNECTION_STR: database.connectionString,
    ROOT_DATA_FOLDER: join(folder, 'data'),
    HOST: '127.0.0.1',
    PORT: String(port),
    METRICS_PORT: '0',
    ...settings,
  };
  const running: { api?: Child; jobs?: Child } = {};
  const startApi = async () =>
    (running.api = await startChild(join(project, 'api/dist/main.js'), environment));
  const stop = async () => {
    await Promise.all([running.api?.stop(), running.jobs?.stop()]);
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  const startJobs = async () =>
    (running.jobs = await startChild(join(project, 'jobs/dist/main.js'), environment));
  try {
    await Promise.all([startApi(), ...(withJobs ? [startJobs()] : [])]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `http://localhost:${port}`,
    contentFolder: join(folder, 'data', 'content'),
    scratch: folder,
    environment,
    async crashApi() {
      await running.api?.kill();
      await startApi();
    },
    fsck: () => findingsOf(environment),
    stop,
  };
}

/** Exit code 3 means findings, and they are printed; anything else but 0 is a failure of the check itself. */
async function findingsOf(environment: NodeJS.ProcessEnv): Promise<string> {
  try {
    await run(process.execPath, [join(project, 'cli/dist/main.js'), 'fsck', '--deep', '--grace', '0'], {
      env: environment,
    });
    return '';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 3 && 'stdout' in error)
      return String(error.stdout);
    throw error;
  }
}
