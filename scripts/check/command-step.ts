import { runCommand } from '../processes/run-command.js';
import { verdict, type Step } from './step.js';

/** A step that is right when a program ends with 0. */
export function commandStep(name: string, cwd: string, command: [string, ...string[]]): Step {
  return {
    name,
    async run(signal) {
      const { ok, output } = await runCommand(command, { name, cwd, signal });
      return verdict(ok, output);
    },
  };
}
