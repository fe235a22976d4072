import path from 'node:path';
import type { Command } from 'commander';
import type { Confirmation } from './destroy-database.js';
import type { ImportGiven } from './import-original/import-original.js';

const byName = `
Asks for the name of the database; where nobody can answer, give it with --database. Stop the system first: nothing
is touched while anything else is connected. Recordings that are stored stay where they are unless --content is given.`;

const fromPredecessor = `
The configuration names the new database (run migrate first) and the bucket that the predecessor used: finished
recordings are taken from there as they are, under their old names too. Stop the predecessor first. Exit code 3: some
could not be taken, and each is named. It may be run again, and takes what was not taken before.`;

/** `migrate`, `import-original`, `recount-totals`, `clear-db`, `drop-db`. */
export function addDatabaseCommands(program: Command): void {
  program
    .command('migrate')
    .description('bring the database to the schema of this release; again changes nothing')
    .action(async () => {
      const { migrateDatabase } = await import('./keep-database.js');
      await migrateDatabase();
    });
  program
    .command('import-original')
    .alias('import_original')
    .description('take users, texts and recordings over from a predecessor (Python) installation')
    .requiredOption(
      '--from <url>',
      'its database, which is only read: postgres://user:password@host/database',
    )
    .option('--data <folder>', 'its data folder, for recordings that it had not finished')
    .addHelpText('after', fromPredecessor)
    .action(async (given: ImportGiven) => {
      const { importOriginal } = await import('./import-original/import-original.js');
      await importOriginal({
        from: given.from,
        ...(given.data === undefined ? {} : { data: path.resolve(process.env.INIT_CWD ?? '.', given.data) }),
      });
    });
  program
    .command('recount-totals')
    .alias('recount_totals')
    .description('make all statistics anew from the recordings, when fsck says that they differ')
    .action(async () => {
      const { recount } = await import('./keep-database.js');
      await recount();
    });
  addDestruction(
    program,
    'clear-db',
    'delete every user, text and recording, and keep the empty tables',
    'clear',
  );
  addDestruction(program, 'drop-db', 'remove the database itself', 'drop');
}

function addDestruction(program: Command, name: string, description: string, act: 'clear' | 'drop'): void {
  program
    .command(name)
    .alias(name.replace('-', '_'))
    .description(description)
    .option('-y, --yes', 'yes, for good', false)
    .option('--database <name>', 'name of the database, to show that it is the one')
    .option('--content', 'delete everything that is stored of recordings too', false)
    .addHelpText('after', byName)
    .action(async (given: Confirmation) => {
      const { destroyDatabase } = await import('./destroy-database.js');
      await destroyDatabase(act, given);
    });
}
