import type { Command } from 'commander';
import type { Confirmation } from './destroy-database.js';

const byName = `
Asks for the name of the database; where nobody can answer, give it with --database. Stop the system first: nothing
is touched while anything else is connected. Recordings that are stored stay where they are unless --content is given.`;

/** `migrate`, `recount-totals`, `clear-db`, `drop-db`. */
export function addDatabaseCommands(program: Command): void {
  program
    .command('migrate')
    .description('bring the database to the schema of this release; again changes nothing')
    .action(async () => {
      const { migrateDatabase } = await import('./keep-database.js');
      await migrateDatabase();
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
