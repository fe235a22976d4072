import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { readManifest } from '@crowd-recital/core/backup/backup-manifest.js';
import {
  DatabaseNotEmptyError,
  insistOnContent,
  restoreContent,
  restoreDatabase,
} from '@crowd-recital/core/backup/restore-backup.js';
import type { Config } from '@crowd-recital/core/config/config.js';
import { databaseName } from '@crowd-recital/core/db/drop-database.js';
import { createOrm } from '@crowd-recital/core/db/orm.js';
import { fsck } from '@crowd-recital/core/fsck/fsck.js';
import { createContentStore } from '@crowd-recital/core/storage/create-content-store.js';
import { runCommand, RefusedError } from '../backup/run-command.js';
import { withDatabase } from '../backup/with-database.js';

const help = `npm run restore -- <folder> [--replace <name of the database>]

Makes the configured database what it was when the backup in the folder was taken, puts back the recordings that the
backup holds and the store does not, and compares both (fsck). Stop the system first.

  --replace   the database holds rows, and they may be removed; asks for its name when nobody gave it

Exit code: 0 done, 1 could not be done (nothing was touched), 2 was given something wrong, 3 done, and what is stored
does not match.`;

async function restore(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { replace: { type: 'string' }, help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [given] = positionals;
  if (values.help || given === undefined) {
    console.log(help);
    return values.help ? 0 : 2;
  }
  const folder = resolve(process.env.INIT_CWD ?? '.', given);
  const { takenAt, content } = await readManifest(folder);
  await insistOnContent(folder, content);
  return withDatabase(async (config) => {
    await restoreRows(config, folder, values.replace);
    console.log(`The database is what it was at ${takenAt}.`);
    const store = await createContentStore(config);
    if (content.included) console.log(`Stored objects put back: ${await restoreContent(store, folder)}.`);
    return compare(config);
  });
}

async function restoreRows(config: Config, folder: string, replace: string | undefined): Promise<void> {
  const { databaseUrl } = config;
  const name = databaseName(databaseUrl);
  if (replace !== undefined && replace !== name) {
    throw new RefusedError(`The database is called ${name}. Nothing was touched.`);
  }
  try {
    await restoreDatabase({ databaseUrl, folder, replace: replace !== undefined });
  } catch (error) {
    if (!(error instanceof DatabaseNotEmptyError)) throw error;
    if ((await askForName(name)) !== name) {
      throw new RefusedError(`The database ${name} holds rows. Nothing was touched.`);
    }
    await restoreDatabase({ databaseUrl, folder, replace: true });
  }
}

async function askForName(name: string): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new RefusedError(
      `The database ${name} holds rows. To remove them for good add: --replace ${name}. Nothing was touched.`,
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(
      'The database holds rows, which would be removed for good. Type its name to go on: ',
    );
  } finally {
    terminal.close();
  }
}

async function compare(config: Config): Promise<number> {
  const orm = await createOrm({ connectionString: config.databaseUrl });
  try {
    const findings = await fsck({ em: orm.em.fork(), store: await createContentStore(config) });
    for (const { kind, subject, detail } of findings) console.log(`${kind}  ${subject}\n  ${detail}`);
    console.log(
      findings.length === 0
        ? 'Database and stored files agree.'
        : `Findings: ${findings.length}. What they mean: docs/operations.md, section "After a restore".`,
    );
    return findings.length === 0 ? 0 : 3;
  } finally {
    await orm.close();
  }
}

process.exitCode = await runCommand(restore);
