import { createInterface } from 'node:readline/promises';
import type { Config } from '@crowd-recital/core/config/config.js';
import { clearDatabase } from '@crowd-recital/core/db/clear-database.js';
import { databaseName, dropDatabase } from '@crowd-recital/core/db/drop-database.js';
import { createContentStore } from '@crowd-recital/core/storage/create-content-store.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { badInputFault, failedFault } from '../cli-fault.js';
import { withSystem } from '../local/open-system.js';
import { startProgress } from './progress.js';

/** What the operator said to make sure. */
export interface Confirmation {
  readonly yes: boolean;
  readonly database?: string;
  readonly content: boolean;
}

/**
 * Deletes everything in the database, or the database itself, when the operator has said so and named it.
 * @throws CliFault: 2 when it was not confirmed, 1 when something else is connected; nothing was touched then.
 */
export async function destroyDatabase(act: 'clear' | 'drop', given: Confirmation): Promise<void> {
  const config = await withSystem(
    async (system) => {
      const name = databaseName(system.config.databaseUrl);
      if (!given.yes) throw badInputFault(`This cannot be undone. Add --yes to ${act} the database ${name}.`);
      if ((given.database ?? (await ask(name))) !== name) {
        throw badInputFault(`The database is called ${name}. Nothing was touched.`);
      }
      await insistOnNobodyElse(system.em);
      if (given.content) await deleteContent(system.config);
      if (act === 'clear') await clearDatabase(system.em);
      return system.config;
    },
    { connections: 1 },
  );
  if (act === 'drop') {
    await dropDatabase(config.databaseUrl).catch((error: unknown) => {
      throw failedFault(
        `The database was not dropped: ${error instanceof Error ? error.message : String(error)}.`,
      );
    });
  }
  console.log(act === 'clear' ? 'The database is empty.' : 'The database is gone.');
  if (!given.content) console.log('What is stored of recordings was not touched.');
}

async function ask(name: string): Promise<string> {
  if (!process.stdin.isTTY) throw badInputFault(`Give the name of the database: --database ${name}`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question('Type the name of the database to go on: ');
  } finally {
    terminal.close();
  }
}

async function insistOnNobodyElse(em: EntityManager): Promise<void> {
  const others = await em.execute<{ name: string }[]>(
    `select distinct coalesce(nullif(application_name, ''), 'unnamed') as name from pg_stat_activity
     where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
  );
  if (others.length === 0) return;
  const names = others.map(({ name }) => name).join(', ');
  throw failedFault(`Others are connected (${names}). Stop the system first; nothing was touched.`);
}

async function deleteContent(config: Config): Promise<void> {
  const store = await createContentStore(config);
  const folders = new Set<string>();
  for await (const { key } of store.list('')) folders.add(key.split('/', 1)[0] ?? '');
  const progress = startProgress('Stored recordings', folders.size);
  for (const folder of folders) {
    await store.deletePrefix(`${folder}/`);
    progress.step();
  }
  progress.stop();
}
