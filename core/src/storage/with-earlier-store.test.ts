import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../test/content-store.js';
import { startS3Server, type S3Server } from '../../test/s3-server/s3-server.js';
import { contentStoreContract } from './content-store.contract.js';
import { createContentStore } from './create-content-store.js';
import type { LocalContentStore } from './local-content-store.js';
import { S3ContentStore } from './s3/s3-content-store.js';
import { WithEarlierStore } from './with-earlier-store.js';

let server: S3Server;
let bucket: S3ContentStore;
let local: LocalContentStore & { readonly folder: string };
let store: WithEarlierStore;

beforeAll(async () => {
  server = await startS3Server();
  bucket = new S3ContentStore(server);
  local = await testStore();
  store = new WithEarlierStore(bucket, local);
});

afterAll(() => server.close());

const voice = Buffer.from('a voice that was there before the bucket');

async function putEarlier(key: string): Promise<void> {
  await local.put(key, Readable.from([voice]), 'audio/mpeg');
}

describe('a bucket that took the place of a folder', () => {
  contentStoreContract(() => Promise.resolve(store));

  it('still gives what lies in the folder, and puts nothing more there', async () => {
    await putEarlier('old/.e1/light.audio.mp3');
    expect(await buffer(await store.get('old/.e1/light.audio.mp3'))).toEqual(voice);
    expect(await store.head('old/.e1/light.audio.mp3')).toMatchObject({ byteLength: voice.length });
    await store.copy('old/.e1/light.audio.mp3', 'old/light.audio.mp3', 'audio/mpeg');
    expect(await local.head('old/light.audio.mp3')).toBeUndefined();
    expect(await buffer(await bucket.get('old/light.audio.mp3'))).toEqual(voice);
  });

  it('deletes in both', async () => {
    await putEarlier('gone/segments/0');
    await store.put('gone/segments/1', Readable.from([voice]), 'audio/webm');
    await store.deletePrefix('gone/');
    for (const one of [store, local, bucket]) {
      expect(await one.head('gone/segments/0')).toBeUndefined();
      expect(await one.head('gone/segments/1')).toBeUndefined();
    }
  });

  it('links only to what the bucket holds', async () => {
    const options = { contentType: 'audio/mpeg', expiresAt: new Date(Date.now() + 60_000) };
    await putEarlier('linked/old');
    await store.put('linked/new', Readable.from([voice]), 'audio/mpeg');
    expect(await store.link('linked/old', options)).toBeUndefined();
    expect(await store.link('linked/new', options)).toContain(`${server.endpoint}/voices/linked/new?`);
  });
});

describe('createContentStore', () => {
  it('reads the folder beside the bucket only where there is one', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'earlier-'));
    try {
      const withFolder = await createContentStore({ contentFolder: folder, s3: server });
      expect(withFolder).toMatchObject({ kind: 's3', earlier: 'local' });
      const without = await createContentStore({ contentFolder: path.join(folder, 'none'), s3: server });
      expect(without.kind).toBe('s3');
      expect(without.earlier).toBeUndefined();
      expect((await createContentStore({ contentFolder: folder, s3: undefined })).kind).toBe('local');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
