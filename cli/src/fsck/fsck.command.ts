import { InvalidArgumentError, type Command } from 'commander';
import type { FsckGiven } from './check-everything.js';

/** `fsck`: compares the database with the stored files. */
export function addFsckCommand(program: Command): void {
  program
    .command('fsck')
    .description(
      'compare database and stored files; may run beside the working system, and changes nothing unless asked to',
    )
    .option('--deep', 'read every stored byte and compare hashes too', false)
    .option('--grace <seconds>', 'younger files that no row names may still be on their way in', seconds, 900)
    .option(
      '--repair',
      'copy finished files anew to where consumers read them, and remove what uploads left half-way',
      false,
    )
    .addHelpText('after', '\nExit code: 0 all is well, 3 something was found, 1 the check could not be made.')
    .action(async (given: FsckGiven) => {
      // Loaded here, because no other command needs the database.
      const { checkEverything } = await import('./check-everything.js');
      await checkEverything(given);
    });
}

function seconds(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number of seconds.');
}
