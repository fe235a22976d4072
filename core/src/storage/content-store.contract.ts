import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import { ContentMissingError, type ContentStore } from './content-store.js';

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function streamOf(...chunks: Buffer[]): Readable {
  return Readable.from(chunks, { objectMode: false });
}

/** Yields `chunks`, and then breaks as a connection does. */
function breakingAfter(...chunks: Buffer[]): Readable {
  return Readable.from(
    (async function* () {
      yield* chunks;
      await Promise.resolve();
      throw new Error('connection reset');
    })(),
    { objectMode: false },
  );
}

/** What every content store promises. Each one's test runs this suite. */
export function contentStoreContract(make: () => Promise<ContentStore>): void {
  let store: ContentStore;
  const folder = `s${randomBytes(6).toString('hex')}`;

  beforeAll(async () => {
    store = await make();
  });

  async function keys(prefix: string): Promise<string[]> {
    const found: string[] = [];
    for await (const { key } of store.list(prefix)) found.push(key);
    return found.sort();
  }

  async function put(key: string, bytes: Buffer): Promise<void> {
    await store.put(key, streamOf(bytes), 'application/octet-stream');
  }

  describe('put and get', () => {
    it.each([1, 100, 65_536, 1_048_577])('return %i bytes as they were given', async (length) => {
      const bytes = randomBytes(length);
      const key = `${folder}/roundtrip/${length}`;
      const half = Math.floor(length / 2);
      const result = await store.put(
        key,
        streamOf(bytes.subarray(0, half), bytes.subarray(half)),
        'audio/webm',
        { byteLength: length, sha256: sha256(bytes) },
      );
      expect(result).toEqual({ byteLength: length, sha256: sha256(bytes) });
      expect(await buffer(await store.get(key))).toEqual(bytes);
      expect(await store.head(key)).toMatchObject({ key, byteLength: length });
    });

    it('takes the same bytes again, also at the same time', async () => {
      const bytes = randomBytes(10_000);
      const key = `${folder}/again/object`;
      await Promise.all(Array.from({ length: 8 }, () => put(key, bytes)));
      expect(await keys(`${folder}/again/`)).toEqual([key]);
      expect(await buffer(await store.get(key))).toEqual(bytes);
    });

    it('return the range that is asked for, cut at the end of the object', async () => {
      const bytes = randomBytes(1_000);
      const key = `${folder}/range/object`;
      await put(key, bytes);
      expect(await buffer(await store.get(key, { from: 0, to: 0 }))).toEqual(bytes.subarray(0, 1));
      expect(await buffer(await store.get(key, { from: 10, to: 19 }))).toEqual(bytes.subarray(10, 20));
      expect(await buffer(await store.get(key, { from: 990, to: 5_000 }))).toEqual(bytes.subarray(990));
    });

    it('say of an object that is not there that it is not', async () => {
      await expect(store.get(`${folder}/nothing`)).rejects.toThrow(ContentMissingError);
      await expect(store.get(`${folder}/range/object/below`)).rejects.toThrow(ContentMissingError);
      expect(await store.head(`${folder}/nothing`)).toBeUndefined();
      await expect(store.copy(`${folder}/nothing`, `${folder}/nowhere/copy`, 'audio/webm')).rejects.toThrow(
        ContentMissingError,
      );
      expect(await keys(`${folder}/nowhere/`)).toEqual([]);
    });
  });

  describe('a put that cannot be whole', () => {
    const bytes = randomBytes(5_000);
    const cases: [string, () => Readable, { byteLength?: number; sha256?: string }, RegExp][] = [
      ['is longer than announced', () => streamOf(bytes), { byteLength: 4_999 }, /length/],
      ['is shorter than announced', () => streamOf(bytes), { byteLength: 5_001 }, /length/],
      ['has another hash', () => streamOf(bytes), { sha256: '0'.repeat(64) }, /hash/],
      ['breaks off', () => breakingAfter(bytes), {}, /connection reset/],
      ['breaks off behind the announced end', () => breakingAfter(bytes), { byteLength: 5_000 }, /reset/],
    ];

    it.each(cases)('because the content %s stores nothing', async (_case, content, expected, error) => {
      const prefix = `${folder}/refused-${randomBytes(4).toString('hex')}/`;
      await expect(store.put(`${prefix}object`, content(), 'audio/webm', expected)).rejects.toThrow(error);
      expect(await keys(prefix)).toEqual([]);
    });

    it('leaves what had the key before as it was', async () => {
      const key = `${folder}/kept/object`;
      await put(key, bytes);
      await expect(store.put(key, breakingAfter(randomBytes(10)), 'audio/webm')).rejects.toThrow();
      expect(await buffer(await store.get(key))).toEqual(bytes);
    });

    it('does not wait for the end of content that is too long already', async () => {
      const endless = new Readable({
        read() {
          this.push(Buffer.alloc(1_024));
        },
      });
      const key = `${folder}/endless/object`;
      await expect(store.put(key, endless, 'audio/webm', { byteLength: 4_096 })).rejects.toThrow(/length/);
      endless.destroy();
    });
  });

  it('copies, and replaces what had the name', async () => {
    const bytes = randomBytes(3_000);
    await put(`${folder}/copy/.e3/main.audio.webm`, bytes);
    await put(`${folder}/copy/main.audio.webm`, randomBytes(10));
    await store.copy(`${folder}/copy/.e3/main.audio.webm`, `${folder}/copy/main.audio.webm`, 'audio/webm');
    expect(await buffer(await store.get(`${folder}/copy/main.audio.webm`))).toEqual(bytes);
    expect(await keys(`${folder}/copy/`)).toHaveLength(2);
  });

  it('deletes one object, and does not mind when it is gone', async () => {
    await put(`${folder}/delete/a`, randomBytes(10));
    await put(`${folder}/delete/b`, randomBytes(10));
    await store.delete(`${folder}/delete/a`);
    await store.delete(`${folder}/delete/a`);
    await store.delete(`${folder}/never/was`);
    expect(await keys(`${folder}/delete/`)).toEqual([`${folder}/delete/b`]);
  });

  it('deletes everything below a prefix and nothing beside it', async () => {
    const inside = ['x', 'segments/0.aa', 'segments/1.bb', '.e1/main.audio.webm'];
    for (const name of inside) await put(`${folder}/gone/${name}`, randomBytes(10));
    await put(`${folder}/gone2/x`, randomBytes(10));
    await store.deletePrefix(`${folder}/gone/`);
    await store.deletePrefix(`${folder}/gone/`);
    expect(await keys(`${folder}/gone/`)).toEqual([]);
    expect(await keys(`${folder}/gone2/`)).toEqual([`${folder}/gone2/x`]);
    await put(`${folder}/gone/x`, randomBytes(10));
    expect(await keys(`${folder}/gone/`)).toEqual([`${folder}/gone/x`]);
  });

  it('lists objects with length and time below a prefix, and all below the empty one', async () => {
    await put(`${folder}/list/deep/er/object`, randomBytes(123));
    const found = [];
    for await (const object of store.list(`${folder}/list/`)) found.push(object);
    expect(found).toEqual([
      { key: `${folder}/list/deep/er/object`, byteLength: 123, modifiedAt: expect.any(Date) as Date },
    ]);
    expect(await keys('')).toContain(`${folder}/list/deep/er/object`);
    expect(await keys(`${folder}/nothing/`)).toEqual([]);
  });

  it.each(['', '.', '..', '../x', 'a/../../x', '/etc/passwd', 'a//b', 'a/', 'a\\b', 'a\0b', 'ä'])(
    'refuses %j as a key',
    async (key) => {
      await expect(store.put(key, streamOf(Buffer.from('x')), 'audio/webm')).rejects.toThrow(/no key/);
      await expect(store.get(key)).rejects.toThrow(/no key/);
      await expect(store.head(key)).rejects.toThrow(/no key/);
      await expect(store.delete(key)).rejects.toThrow(/no key/);
    },
  );

  it.each(['', '/', 'a', '../', 'a/../', '/a/'])('refuses to delete below %j', async (prefix) => {
    await expect(store.deletePrefix(prefix)).rejects.toThrow();
  });
}
