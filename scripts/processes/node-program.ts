import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The command that runs a program of an npm package, wherever npm put that package.
 * Not by `npx` or `.bin`: these need a shell, a PATH and one more process.
 * @param from the folder that depends on the package
 * @param program path inside the package
 */
export function nodeProgram(
  from: string,
  packageName: string,
  program: string,
  args: string[] = [],
): [string, ...string[]] {
  for (let folder = from; ; folder = dirname(folder)) {
    const file = join(folder, 'node_modules', packageName, program);
    if (existsSync(file)) return [process.execPath, file, ...args];
    if (folder === dirname(folder)) throw new Error(`${packageName} is not installed for ${from}.`);
  }
}
