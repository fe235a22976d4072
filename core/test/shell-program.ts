import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * A program of a test's own, in a folder of the test's.
 * @param script - for `/bin/sh`.
 * @returns where it is.
 */
export async function shellProgram(folder: string, name: string, script: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  return file;
}
