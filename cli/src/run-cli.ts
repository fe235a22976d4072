import { addFsckCommand } from './fsck/fsck.command.js';
import { addReciteCommand } from './recite/recite.command.js';
import { runProgram } from './run-program.js';

/**
 * Runs one command of the command line tools.
 * @param argv - the command's name and its options
 * @returns the exit code: 0 when it was done, else as `FaultExitCode` lists them
 */
export async function runCli(argv: readonly string[]): Promise<number> {
  return runProgram(
    'npm run',
    (program) => {
      addReciteCommand(program);
      addFsckCommand(program);
    },
    argv,
  );
}
