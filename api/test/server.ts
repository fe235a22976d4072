import { mkdtemp, readdir, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { loadConfig, type Config } from '@crowd-recital/core/config/config.js';
import { createContentStore } from '@crowd-recital/core/storage/create-content-store.js';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import { testDatabase, type TestDatabase } from '@crowd-recital/core/test/database.js';
import { whenFileEnds } from '@crowd-recital/core/test/when-file-ends.js';
import { pino } from 'pino';
import { AccessTokens } from '../src/auth/access-token.js';
import type { TransportLimits } from '../src/http/transport-limits.js';
import { buildServer } from '../src/server.js';
import type { WebApps } from '../src/web/web-apps-route.js';
import { TestClient } from './client.js';

/** What a test may want otherwise than usual. */
export interface TestServerOptions {
  /** Variables of the configuration, by the names that operators use. */
  readonly environment?: NodeJS.ProcessEnv;
  readonly limits?: Partial<TransportLimits>;
  readonly webApps?: WebApps;
  readonly store?: (local: ContentStore) => ContentStore;
  /** A second server of the same site: it shares database and content. */
  readonly beside?: TestServer;
  /** Listens at this Unix domain socket; `url` and `port` lead nowhere then. */
  readonly socket?: string;
}

/** A whole server on a free port, with a database and a content folder of its own. */
export interface TestServer {
  /** Such as `http://127.0.0.1:40123`. */
  readonly url: string;
  readonly port: number;
  readonly config: Config;
  readonly database: TestDatabase;
  readonly store: ContentStore;
  /** Every line that was logged so far. */
  log(): string;
  /** A client that is signed in as the user, by a bearer token. */
  as(user: User): TestClient;
  anonymous(): TestClient;
  token(user: User): Promise<string>;
  /** Everything that lies in content storage, temporary remains included; relative paths, sorted. */
  storedFiles(): Promise<string[]>;
  close(): Promise<void>;
}

/** Starts a server; it ends by itself after the file's last test. */
export async function testServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { beside } = options;
  const database = beside?.database ?? (await testDatabase());
  const dataFolder = beside?.config.dataFolder ?? (await mkdtemp(path.join(tmpdir(), 'recital-api-')));
  const config = loadConfig({
    DB_CONNECTION_STR: database.connectionString,
    ROOT_DATA_FOLDER: dataFolder,
    PORT: '0',
    ...options.environment,
  });
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, collectInto(lines));
  const local = await createContentStore(config);
  const store = options.store?.(local) ?? local;
  const server = await buildServer({
    config,
    orm: database.orm,
    store,
    log,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    ...(options.webApps === undefined ? {} : { webApps: options.webApps }),
  });
  const { socket } = options;
  const address = socket === undefined ? { port: 0, host: '127.0.0.1' } : { path: socket };
  await new Promise<void>((resolve) => server.http.listen(address, resolve));
  const port = socket === undefined ? (server.http.address() as AddressInfo).port : 0;
  const url = `http://127.0.0.1:${port}`;
  const tokens = new AccessTokens(config.auth.accessTokenSecret, config.auth.accessTokenTtl);
  const token = async (user: User): Promise<string> => (await tokens.issue(user)).token;

  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= server.close());
  whenFileEnds(async () => {
    await close();
    if (beside !== undefined) return;
    await database.close();
    await rm(dataFolder, { recursive: true, force: true });
  });
  return {
    url,
    port,
    config,
    database,
    store,
    log: () => lines.join(''),
    as: (user) => new TestClient(url, async () => ({ authorization: `Bearer ${await token(user)}` })),
    anonymous: () => new TestClient(url),
    token,
    storedFiles: () => filesBelow(config.contentFolder),
    close,
  };
}

function collectInto(lines: string[]): Writable {
  return new Writable({
    write(line: Buffer, _encoding, done) {
      lines.push(line.toString());
      done();
    },
  });
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}
