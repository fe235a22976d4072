import { runProgram } from '../run-program.js';
import { addDatabaseCommands } from './database.commands.js';
import { addSessionCommands } from './session.commands.js';
import { addTextCommands } from './text.commands.js';
import { addUserCommands } from './user.commands.js';

const help = `
Works on the database and the stored recordings that the configuration names (.env, docs/configuration.md), also
while the system runs. Each command explains itself: npm run admin -- approve-speaker --help

Exit codes: 0 done; 1 could not be done; 2 was given something wrong; 3 done, and an admin should look at something.`;

/**
 * Runs one command of an operator.
 * @param argv - the command's name and its options.
 * @returns the exit code.
 */
export async function runAdmin(argv: readonly string[]): Promise<number> {
  return runProgram(
    'npm run admin --',
    (program) => {
      program.description('Manage a crowd-recital installation from the command line.');
      program.addHelpText('after', help).showSuggestionAfterError().helpCommand(false);
      addUserCommands(program);
      addSessionCommands(program);
      addTextCommands(program);
      addDatabaseCommands(program);
    },
    argv,
  );
}
