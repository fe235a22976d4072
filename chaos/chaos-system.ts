import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import { LocalContentStore } from '@crowd-recital/core/storage/local-content-store.js';
import { S3ContentStore } from '@crowd-recital/core/storage/s3/s3-content-store.js';
import { startS3Server, type S3Server } from '@crowd-recital/core/test/s3-server/s3-server.js';
import { buildServers } from '../scripts/build/build-servers.js';
import { findFreePort } from '../scripts/embedded-postgres/free-port.js';
import { ChaosDatabase } from './database.js';
import { KeptProcess } from './kept-process.js';

/** Where recordings lie. */
export type StoreKind = 'local' | 's3';

const root = path.resolve(import.meta.dirname, '..');
/** More than processors: they are meant to get in each other's way. */
const workers = 3;
const apis = 2;

/** The whole product as real processes, with a database and a store of its own. */
export interface ChaosSystem {
  readonly database: ChaosDatabase;
  readonly workers: readonly KeptProcess[];
  readonly apis: readonly KeptProcess[];
  readonly apiPorts: readonly number[];
  /** The bucket, where there is one. */
  readonly bucket: S3Server | undefined;
  readonly store: ContentStore;
  readonly accessTokenSecret: string;
  /** Everything of the run, logs included, lies in it. */
  readonly folder: string;
  /** @param keep - true: the folder stays, for somebody to look into. */
  stop(keep: boolean): Promise<void>;
}

/** Starts everything as it is deployed, built anew where it changed, and waits until it accepts work. */
export async function startChaosSystem(kind: StoreKind): Promise<ChaosSystem> {
  await buildServers(root);
  const folder = await mkdtemp(path.join(tmpdir(), 'crowd-recital-chaos-'));
  const dataFolder = path.join(folder, 'data');
  await mkdir(dataFolder);
  const database = await ChaosDatabase.start(path.join(folder, 'postgres'));
  const bucket = kind === 's3' ? await startS3Server({ pageSize: 1_000 }) : undefined;
  const accessTokenSecret = randomBytes(32).toString('hex');
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: 'development',
    DB_CONNECTION_STR: database.url,
    ACCESS_TOKEN_SECRET_KEY: accessTokenSecret,
    // The speakers of a run send as much as a crowd.
    UPLOADS_PER_SECOND: '10000',
    JOB_SESSION_FINALIZATION_INTERVAL_SEC: '2',
    METRICS_PORT: '0',
    ...(process.env.FFMPEG_PATH === undefined ? {} : { FFMPEG_PATH: process.env.FFMPEG_PATH }),
    ...(process.env.FFPROBE_PATH === undefined ? {} : { FFPROBE_PATH: process.env.FFPROBE_PATH }),
    ...(bucket === undefined ? {} : bucketSettings(bucket)),
  };
  const apiPorts: number[] = [];
  for (let count = 0; count < apis; count += 1) apiPorts.push(await findFreePort());
  const start = (name: string, entry: string, given: NodeJS.ProcessEnv): KeptProcess =>
    new KeptProcess({
      entry: path.join(root, entry),
      // With a bucket every process is a machine of its own, and has no folder in common with the others.
      env: {
        ...env,
        ROOT_DATA_FOLDER: bucket === undefined ? dataFolder : path.join(folder, name),
        ...given,
      },
      logFile: path.join(folder, `${name}.log`),
    });
  const processes = {
    apis: apiPorts.map((port, index) => start(`api-${index}`, 'api/dist/main.js', { PORT: String(port) })),
    workers: Array.from({ length: workers }, (_, index) => start(`jobs-${index}`, 'jobs/dist/main.js', {})),
  };
  const all = [...processes.apis, ...processes.workers];
  const stop = async (keep: boolean): Promise<void> => {
    await Promise.all(all.map((one) => one.stop()));
    await database.stop();
    await bucket?.close();
    if (!keep) await rm(folder, { recursive: true, force: true });
  };
  await Promise.all(all.map((one) => one.ready())).catch(async (error: unknown) => {
    await stop(true);
    throw error;
  });
  const store =
    bucket === undefined
      ? new LocalContentStore(path.join(dataFolder, 'content'))
      : new S3ContentStore(bucket);
  return { database, ...processes, apiPorts, bucket, store, accessTokenSecret, folder, stop };
}

function bucketSettings({ bucket, endpoint, region, credentials }: S3Server): NodeJS.ProcessEnv {
  return {
    CONTENT_STORAGE_S3_BUCKET: bucket,
    S3_ENDPOINT: endpoint,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
}
