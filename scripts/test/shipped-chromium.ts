import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { typescriptCommand } from '../processes/typescript-command.js';

const root = resolve(import.meta.dirname, '../..');

/**
 * Unpacks the headless Chromium that `@sparticuz/chromium` ships, with the system libraries and fonts that a
 * bare machine lacks, into the project's folder for temporary files. Once per version.
 */
export async function unpackShippedChromium(): Promise<{
  executablePath: string;
  env: Record<string, string>;
}> {
  const packageFolder = join(root, 'node_modules', '@sparticuz', 'chromium');
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(root, 'tmp', `chromium-${version}`);
  if (!existsSync(folder)) await unpack(packageFolder, folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  };
}

async function unpack(packageFolder: string, folder: string): Promise<void> {
  const half = `${folder}.${process.pid}`;
  await mkdir(half, { recursive: true });
  try {
    // The package unpacks into the temporary folder, which only the environment of a process can change.
    const [node, ...args] = typescriptCommand(join(import.meta.dirname, 'unpack-chromium.ts'), [
      join(packageFolder, 'bin'),
    ]);
    await promisify(execFile)(node, args, {
      cwd: dirname(packageFolder),
      env: { ...process.env, TMPDIR: half },
    });
    await chmod(join(half, 'chromium'), 0o755);
    await rename(half, folder);
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}
