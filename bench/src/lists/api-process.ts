import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findFreePort } from '../../../scripts/embedded-postgres/free-port.js';

/** A server over one database. */
export interface ApiProcess {
  /** Signs in a user without a password. @returns an access token. */
  signIn(email: string): Promise<string>;
  /** @returns milliseconds from the request to the whole answer. @throws when the answer is an error. */
  measure(token: string, query: string): Promise<number>;
  stop(): Promise<void>;
}

/** Starts the API as the supervisor does, in development mode, over an existing database. */
export async function startApi(databaseUrl: string): Promise<ApiProcess> {
  const folder = resolve(import.meta.dirname, '../../../api');
  const dataFolder = await mkdtemp(join(tmpdir(), 'recital-bench-'));
  const port = await findFreePort();
  const child = fork(join(folder, 'src', 'main.ts'), {
    cwd: folder,
    execArgv: ['--conditions=development', '--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      DB_CONNECTION_STR: databaseUrl,
      ROOT_DATA_FOLDER: dataFolder,
      PORT: String(port),
      METRICS_PORT: String(await findFreePort()),
    },
  });
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('The server ended before it was ready.');
    }),
  ]);
  const call = async (query: string, token?: string): Promise<Record<string, Record<string, unknown>>> => {
    const response = await fetch(`http://127.0.0.1:${port}/api/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await response.json()) as {
      data?: Record<string, Record<string, unknown>>;
      errors?: unknown;
    };
    if (data === undefined || errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  };
  return {
    async signIn(email) {
      const data = await call(`mutation { signInAsDevelopmentUser(email: "${email}") { accessToken } }`);
      return String(data.signInAsDevelopmentUser?.accessToken);
    },
    async measure(token, query) {
      const began = performance.now();
      await call(query, token);
      return performance.now() - began;
    },
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
