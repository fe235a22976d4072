import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadConfig } from '@crowd-recital/core/config/config.js';
import { fsck } from '@crowd-recital/core/fsck/fsck.js';
import { createContentStore } from '@crowd-recital/core/storage/create-content-store.js';
import { testDatabase } from '@crowd-recital/core/test/database.js';
import { aUser } from '@crowd-recital/core/test/factories.js';
import { startS3Server } from '@crowd-recital/core/test/s3-server/s3-server.js';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { callAdmin } from '../../test/admin-call.js';
import { anEndedRecital } from '../../test/recital.js';

const database = await testDatabase();
const s3 = await startS3Server();
const dataFolder = await mkdtemp(path.join(tmpdir(), 'move to bucket '));
const place = { databaseUrl: database.connectionString, dataFolder };
const settings = {
  DB_CONNECTION_STR: place.databaseUrl,
  ROOT_DATA_FOLDER: dataFolder,
};
const bucket = {
  CONTENT_STORAGE_S3_BUCKET: s3.bucket,
  S3_ENDPOINT: s3.endpoint,
  AWS_DEFAULT_REGION: s3.region,
  AWS_ACCESS_KEY_ID: s3.credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: s3.credentials.secretAccessKey,
};

afterEach(() => {
  s3.mischief = () => 'none';
});
afterAll(async () => {
  await s3.close();
  await rm(dataFolder, { recursive: true, force: true });
});

async function withBucket(...args: string[]) {
  for (const [name, value] of Object.entries(bucket)) vi.stubEnv(name, value);
  return callAdmin(place, ...args);
}

async function storeOf(environment: NodeJS.ProcessEnv) {
  return createContentStore(loadConfig({ ...settings, ...environment }));
}

const localRecordings = (): Promise<string[]> => readdir(path.join(dataFolder, 'content')).catch(() => []);

it('moves what was stored here into the bucket, whole, and again when the bucket failed', async () => {
  const em = database.em();
  const session = await anEndedRecital(em, await storeOf({}), await aUser(em));
  expect(await callAdmin(place, 'finalize-sessions')).toMatchObject({ code: 0 });
  expect(await callAdmin(place, 'upload-sessions', '--from', 'local')).toMatchObject({
    code: 2,
    output: expect.stringContaining('No bucket is configured') as string,
  });

  s3.mischief = ({ method, key }) => (method === 'PUT' && key.endsWith('.mp3') ? 'error-500' : 'none');
  expect(await withBucket('upload-sessions', '--from', 'local')).toMatchObject({
    code: 1,
    output: expect.stringContaining(`${session.id} stays here`) as string,
  });
  expect(await localRecordings()).toEqual([session.id]);
  // It goes on being played from where it was.
  expect(await fsck({ em: database.em(), store: await storeOf(bucket) })).toEqual([]);

  s3.mischief = () => 'none';
  await em.execute(`update recital_sessions set lease_until = now() + interval '1 minute'`);
  expect(await withBucket('upload-sessions', '--from', 'local')).toMatchObject({ code: 3 });
  await em.execute(`update recital_sessions set lease_until = null`);

  expect(await withBucket('upload-sessions', '--from', 'local')).toMatchObject({
    code: 0,
    output: expect.stringContaining('Moved: 1.') as string,
  });
  expect(await localRecordings()).toEqual([]);
  await rm(path.join(dataFolder, 'content'), { recursive: true });
  expect(await fsck({ em: database.em(), store: await storeOf(bucket), verifyHashes: true })).toEqual([]);
  const [row] = await em.execute<{ store: string }[]>(
    `select artifacts->>'store' as store from recital_sessions where id = ?`,
    [session.id],
  );
  expect(row?.store).toBe('s3');
});
