import { join, resolve } from 'node:path';
import { migrate } from '@crowd-recital/core/db/migrate.js';
import { findFreePort } from '../../scripts/embedded-postgres/free-port.js';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../scripts/embedded-postgres/start-embedded-postgres.js';
import { startServer, type ServerProcess } from './server-process.js';
import { apiSettings } from './uploads/reciters.js';

const root = resolve(import.meta.dirname, '../..');

/** PostgreSQL, the API and the jobs, as deployed. */
export interface Site {
  readonly postgres: EmbeddedPostgres;
  readonly api: ServerProcess;
  readonly jobs: ServerProcess;
  readonly port: number;
  /** From nothing that runs to both that answer. */
  readonly seconds: number;
}

/**
 * @param folder - of its database and its recordings; what is there already is used
 * @param onJobsLog - gets each line of the jobs' log, which then tells of every step
 */
export async function startSite(folder: string, onJobsLog?: (line: string) => void): Promise<Site> {
  const began = performance.now();
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres') });
  await migrate(postgres.connectionString);
  const port = await findFreePort();
  const settings = apiSettings(port, postgres.connectionString, join(folder, 'data'));
  const entry = (name: string): string => join(root, name, 'dist', 'main.js');
  const jobsSettings = onJobsLog === undefined ? settings : { ...settings, DEBUG: 'true' };
  const [api, jobs] = await Promise.all([
    startServer(entry('api'), settings),
    startServer(entry('jobs'), jobsSettings, [], onJobsLog),
  ]);
  return { postgres, api, jobs, port, seconds: (performance.now() - began) / 1000 };
}

export async function stopSite({ postgres, api, jobs }: Site): Promise<void> {
  await Promise.all([api.end(), jobs.end()]);
  await postgres.stop();
}
