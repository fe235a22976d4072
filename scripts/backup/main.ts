import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { takeBackup } from '@crowd-recital/core/backup/take-backup.js';
import { createContentStore } from '@crowd-recital/core/storage/create-content-store.js';
import { runCommand } from './run-command.js';
import { withDatabase } from './with-database.js';

const help = `npm run backup -- [folder] [--content]

Writes all rows of the configured database, as they are at one moment, into a new folder (by default one below
data/backups that is named by the time), and a list of everything that is stored. The system may run or not.

  --content   copies what is stored of recordings, too. Without it they stay where they are: keep the bucket's
              versions, or copy data/content by what copies your other files, after this command and not before

Exit code: 0 done, 1 could not be done, 2 was given something wrong.`;

async function backUp(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      content: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const [given] = positionals;
  return withDatabase(async (config) => {
    const folder =
      given === undefined
        ? resolve(config.dataFolder, 'backups', new Date().toISOString().replace(/[:.]/g, '-'))
        : resolve(process.env.INIT_CWD ?? '.', given);
    const { tables, content } = await takeBackup({
      databaseUrl: config.databaseUrl,
      store: await createContentStore(config),
      folder,
      copyContent: values.content,
    });
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const megabytes = (content.bytes / 1e6).toFixed(1);
    console.log(`${folder}\n  ${rows} rows of ${tables.length} tables`);
    console.log(
      content.included
        ? `  ${content.objects} stored objects, ${megabytes} MB`
        : `  ${content.objects} stored objects (${megabytes} MB) are listed and stay where they are: ${content.store === 's3' ? 'the bucket' : config.contentFolder}`,
    );
    return 0;
  });
}

process.exitCode = await runCommand(backUp);
