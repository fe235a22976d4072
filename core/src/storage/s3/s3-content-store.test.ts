import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startS3Server, type Mischief, type S3Server } from '../../../test/s3-server/s3-server.js';
import { contentStoreContract } from '../content-store.contract.js';
import { ContentMismatchError } from '../content-store.js';
import { S3ContentStore } from './s3-content-store.js';

let server: S3Server;

beforeAll(async () => {
  server = await startS3Server();
});

afterEach(() => {
  server.mischief = () => 'none';
});

afterAll(() => server.close());

function store(): S3ContentStore {
  return new S3ContentStore(server);
}

/** The first request to a method meets the mischief, the ones after it go well. */
function onceAt(method: string, mischief: Mischief): void {
  let open = true;
  server.mischief = (request) => {
    if (!open || request.method !== method) return 'none';
    open = false;
    return mischief;
  };
}

const voice = Buffer.from('a voice that nobody may lose');

async function put(key: string, bytes = voice): Promise<void> {
  await store().put(key, Readable.from([bytes]), 'audio/webm');
}

describe('S3ContentStore', () => {
  contentStoreContract(() => Promise.resolve(store()));

  it.each(['error-500', 'error-503', 'cut-connection', 'store-other-bytes'] as const)(
    'sends the bytes again after %s',
    async (mischief) => {
      onceAt('PUT', mischief);
      await put(`again/${mischief}`);
      expect(await buffer(await store().get(`again/${mischief}`))).toEqual(voice);
    },
  );

  it('gives up a store that takes the call and says nothing', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    try {
      const waiting = new S3ContentStore({
        ...server,
        endpoint: `http://127.0.0.1:${port}`,
        idleTimeout: 50,
      });
      await expect(waiting.head('nobody/answers')).rejects.toThrow('timed out');
    } finally {
      silent.close();
    }
  });

  it('does not take a 200 for an answer when other bytes lie there', async () => {
    server.mischief = ({ method }) => (method === 'PUT' ? 'store-other-bytes' : 'none');
    await expect(put('never/right')).rejects.toThrow('holds other bytes');
  });

  it('sends nothing when the bytes are not those announced', async () => {
    const refused = store().put('refused/x', Readable.from([voice]), 'audio/webm', {
      sha256: '0'.repeat(64),
    });
    await expect(refused).rejects.toThrow(ContentMismatchError);
    expect(server.content.versions.filter(({ key }) => key === 'refused/x')).toEqual([]);
  });

  it('deletes every version below a prefix, and no neighbour whose id begins alike', async () => {
    for (const bytes of [voice, Buffer.from('second version')]) await put('abc/segments/0', bytes);
    for (const sequence of [1, 2, 3, 4]) await put(`abc/segments/${sequence}`);
    await store().delete('abc/segments/1');
    await put('abcd/segments/0');
    await store().deletePrefix('abc/');
    const left = server.content.versions.map(({ key }) => key).filter((key) => key.startsWith('abc'));
    expect(left).toEqual(['abcd/segments/0']);
  });

  it('links to where browsers reach it', async () => {
    await put('linked/x');
    const expiresAt = new Date(Date.now() + 60_000);
    const options = { contentType: 'audio/webm', expiresAt };
    const near = new URL(await store().link('linked/x', options));
    expect(near.origin).toBe(server.endpoint);
    expect(Buffer.from(await (await fetch(near)).arrayBuffer())).toEqual(voice);
    const publicEndpoint = 'https://voices.example.org';
    const outside = await new S3ContentStore({ ...server, publicEndpoint }).link('linked/x', options);
    expect(outside.startsWith(`${publicEndpoint}/voices/linked/x?`)).toBe(true);
  });

  it('says so when somebody else is not let in', async () => {
    const stranger = new S3ContentStore({
      ...server,
      credentials: { accessKeyId: 'OTHER', secretAccessKey: 'wrong' },
    });
    await expect(stranger.put('x/y', Readable.from([voice]), 'audio/webm')).rejects.toThrow();
  });
});
