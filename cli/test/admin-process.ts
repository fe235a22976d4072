import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../src/admin/main.ts', import.meta.url));

/** How a command ended, and all that it said. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Where a command works. */
export interface AdminPlace {
  readonly databaseUrl: string;
  /** What ROOT_DATA_FOLDER is; also the folder in which the command is typed. */
  readonly dataFolder: string;
}

/** Runs `npm run admin -- <args>` as a process of its own, without the door that looks for packages. */
export async function runAdminProcess(
  { databaseUrl, dataFolder }: AdminPlace,
  ...args: readonly string[]
): Promise<Ended> {
  const child = spawn(process.execPath, ['--conditions=development', '--import=tsx', main, ...args], {
    env: {
      ...process.env,
      NODE_ENV: 'development',
      DB_CONNECTION_STR: databaseUrl,
      ROOT_DATA_FOLDER: dataFolder,
      INIT_CWD: dataFolder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output: chunks.join('') };
}
