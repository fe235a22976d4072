import { Command, CommanderError } from 'commander';
import { CliFault } from './cli-fault.js';

/**
 * Runs one command of a program.
 * @param name - how the program is called, for its help.
 * @param addCommands - gives it its commands.
 * @param argv - the command's name and its options.
 * @returns the exit code: 0 when it was done, else as `FaultExitCode` lists them.
 */
export async function runProgram(
  name: string,
  addCommands: (program: Command) => void,
  argv: readonly string[],
): Promise<number> {
  const program = new Command(name);
  program.exitOverride().showHelpAfterError('Add -- --help for what it takes.');
  addCommands(program);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return 0;
  } catch (error) {
    // Commander has printed its own sentence by now; asking for help is no error.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof CliFault)) throw error;
    console.error(error.message);
    return error.exitCode;
  }
}
