import { aSession, aUser } from '@crowd-recital/core/test/factories.js';
import { startS3Server } from '@crowd-recital/core/test/s3-server/s3-server.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { LocalContentStore } from '@crowd-recital/core/storage/local-content-store.js';
import { S3ContentStore } from '@crowd-recital/core/storage/s3/s3-content-store.js';
import { WithEarlierStore } from '@crowd-recital/core/storage/with-earlier-store.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { finishSession } from '../../test/finished-session.js';
import { testServer } from '../../test/server.js';

const s3 = await startS3Server();
const folder = await mkdtemp(path.join(tmpdir(), 'earlier-content-'));
const local = new LocalContentStore(folder);
const server = await testServer({
  environment: {
    CONTENT_STORAGE_S3_BUCKET: s3.bucket,
    S3_ENDPOINT: s3.endpoint,
    AWS_DEFAULT_REGION: s3.region,
    AWS_ACCESS_KEY_ID: s3.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: s3.credentials.secretAccessKey,
  },
  store: () => new WithEarlierStore(new S3ContentStore(s3), local),
});
const { database, store } = server;
const light = '0123456789';

let berl: User;

afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true });
});

afterEach(() => {
  vi.useRealTimers();
});

beforeEach(async () => {
  berl = await aUser(database.em());
});

async function previewOf({ id }: RecitalSession) {
  const { session } = await server.as(berl).data<{
    session: { preview: { audioUrl: string; captionsUrl: string; expiresAt: string; captions: unknown[] } };
  }>('query ($id: ID!) { session(id: $id) { preview { audioUrl captionsUrl expiresAt captions { text } } } }', {
    id,
  });
  return session.preview;
}

describe('a recording in a bucket', () => {
  it('is played from there, in ranges, by a link that ends after five minutes', async () => {
    const em = database.em();
    const session = await finishSession(em, store, await aSession(em, berl), light);
    const { audioUrl, captionsUrl, expiresAt, captions } = await previewOf(session);
    expect(audioUrl.startsWith(`${s3.endpoint}/${s3.bucket}/${session.id}/.e1/light.audio.mp3?`)).toBe(true);
    const response = await fetch(audioUrl, { headers: { range: 'bytes=2-4' } });
    expect(response.status).toBe(206);
    expect(await response.text()).toBe('234');
    expect(captions).toHaveLength(2);
    expect((await fetch(server.url + captionsUrl)).status).toBe(200);

    const seconds = Number(new URL(audioUrl).searchParams.get('X-Amz-Expires'));
    expect(seconds).toBeLessThanOrEqual(300);
    expect(seconds).toBeGreaterThan(290);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(expiresAt).getTime() + 1_500 });
    expect((await fetch(audioUrl)).status).toBe(403);
  });

  it('opens nothing but the one file', async () => {
    const em = database.em();
    const session = await finishSession(em, store, await aSession(em, berl), light);
    const { audioUrl } = await previewOf(session);
    const other = new URL(audioUrl);
    other.pathname = other.pathname.replace('light.audio.mp3', 'source.audio.webm');
    expect((await fetch(other)).status).toBe(403);
    expect((await fetch(audioUrl.split('?')[0] ?? '')).status).toBe(403);
  });

  it('may be played by the pages that we serve', async () => {
    const response = await fetch(`${server.url}/`);
    expect(response.headers.get('content-security-policy')).toMatch(
      new RegExp(`media-src [^;]*${s3.endpoint}`),
    );
  });
});

describe('a recording that was finished before there was a bucket', () => {
  it('is played from the folder where it lies', async () => {
    const em = database.em();
    const session = await finishSession(em, local, await aSession(em, berl), light);
    const { audioUrl, captions } = await previewOf(session);
    expect(audioUrl).toMatch(/^\/api\/media\//);
    expect(await (await fetch(server.url + audioUrl)).text()).toBe(light);
    expect(captions).toHaveLength(2);
  });
});
