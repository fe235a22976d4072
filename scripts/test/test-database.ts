import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { prepareQuarters } from '../embedded-postgres/quarters.js';
import { findBinaries } from '../embedded-postgres/binaries.js';
import { startEmbeddedPostgres } from '../embedded-postgres/start-embedded-postgres.js';
import { typescriptCommand } from '../processes/typescript-command.js';
import { identifyProcess, isAlive, type ProcessIdentity } from '../lock/process-identity.mjs';

const root = resolve(import.meta.dirname, '../..');
const prefix = 'crowd-recital-test-';
const ownerFile = 'owner.json';

export interface TestDatabase {
  adminUrl: string;
  /** name of the migrated database */
  template: string;
  stop: () => Promise<void>;
}

/**
 * Starts a throw-away PostgreSQL and prepares one database in it, from the sources.
 * @param options.seeded - with the development users and the sample texts
 */
export async function startTestDatabase(options: { readonly seeded: boolean }): Promise<TestDatabase> {
  await sweepAbandoned();
  const folder = await mkdtemp(join(tmpdir(), prefix));
  await writeFile(join(folder, ownerFile), JSON.stringify(identifyProcess(process.pid)));
  const postgres = await startEmbeddedPostgres({ folder, throwAway: true });
  const stop = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await prepareDatabase(postgres.connectionString, options);
  } catch (error) {
    await stop();
    throw error;
  }
  const url = new URL(postgres.connectionString);
  const template = url.pathname.slice(1);
  url.pathname = '/postgres';
  return { adminUrl: url.href, template, stop };
}

/** Migrates a database from the sources, and seeds it if that is wanted. */
export async function prepareDatabase(
  connectionString: string,
  { seeded }: { readonly seeded: boolean },
): Promise<void> {
  const program = join(root, 'scripts', 'start', 'prepare-database.ts');
  const [node, ...args] = typescriptCommand(program, seeded ? ['--seed'] : []);
  const env = { ...process.env, DB_CONNECTION_STR: connectionString };
  await promisify(execFile)(node, args, { cwd: root, env });
}

/** A test run that was killed leaves its server behind; the next run ends it. */
async function sweepAbandoned(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(prefix));
  for (const name of names) {
    const folder = join(tmpdir(), name);
    const owner = await readFile(join(folder, ownerFile), 'utf8').catch(() => null);
    if (owner === null || isAlive(JSON.parse(owner) as ProcessIdentity)) continue;
    await prepareQuarters(folder, await findBinaries());
    await rm(folder, { recursive: true, force: true });
  }
}
