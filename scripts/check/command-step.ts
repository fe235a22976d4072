import { runCommand } from '../processes/run-command.js';
import { verdict, type Step } from './step.js';

/**
 * A step that is right when a program ends with 0.
 * @param options.yielding - it gets the processor when nothing beside it wants it
 */
export function commandStep(
  name: string,
  cwd: string,
  command: [string, ...string[]],
  { yielding = false } = {},
): Step {
  return {
    name,
    async run(signal) {
      const { ok, output } = await runCommand(command, { name, cwd, signal, yielding });
      return verdict(ok, output);
    },
  };
}
