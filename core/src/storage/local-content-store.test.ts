import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { contentStoreContract } from './content-store.contract.js';
import { LocalContentStore } from './local-content-store.js';

const folders: string[] = [];

async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(os.tmpdir(), 'local store '));
  folders.push(made);
  return made;
}

afterAll(async () => {
  for (const made of folders) await rm(made, { recursive: true, force: true });
});

describe('LocalContentStore', () => {
  contentStoreContract(async () => new LocalContentStore(path.join(await folder(), 'made', 'later')));

  it('keeps files from the eyes of other accounts', async () => {
    const root = path.join(await folder(), 'content');
    await new LocalContentStore(root).put('a/b/c', Readable.from([Buffer.from('voice')]), 'audio/webm');
    expect((await stat(path.join(root, 'a', 'b', 'c'))).mode & 0o777).toBe(0o600);
    expect((await stat(path.join(root, 'a', 'b'))).mode & 0o777).toBe(0o700);
    expect((await stat(root)).mode & 0o777).toBe(0o700);
  });

  it('leaves no temporary file behind when its content breaks off', async () => {
    const root = await folder();
    const content = new Readable({ read: () => undefined });
    const put = new LocalContentStore(root).put('a/b', content, 'audio/webm');
    content.push(Buffer.alloc(10));
    content.destroy(new Error('connection reset'));
    await expect(put).rejects.toThrow('connection reset');
    expect(await readdir(path.join(root, 'a'))).toEqual([]);
  });

  it('has its file under no name but a temporary one until the last byte is there', async () => {
    const root = await folder();
    const store = new LocalContentStore(root);
    const content = new Readable({ read: () => undefined });
    const put = store.put('a/b', content, 'audio/webm');
    content.push(Buffer.alloc(10));
    const names = async () => readdir(path.join(root, 'a')).catch(() => []);
    await expect.poll(names, { timeout: 20_000 }).toEqual([expect.stringMatching(/^\.incoming-/)]);
    expect(await store.head('a/b')).toBeUndefined();
    content.push(null);
    await put;
    expect(await names()).toEqual(['b']);
  });

  it('makes a folder again that was deleted since its last file', async () => {
    const root = await folder();
    const store = new LocalContentStore(root);
    const put = (key: string) => store.put(key, Readable.from([Buffer.from('voice')]), 'audio/webm');
    await put('a/segments/0');
    await store.deletePrefix('a/');
    await put('a/segments/1');
    expect(await readdir(path.join(root, 'a', 'segments'))).toEqual(['1']);
  });

  it('keeps every byte of what is longer than one write', async () => {
    const store = new LocalContentStore(await folder());
    const bytes = randomBytes(700_000);
    const parts = [bytes.subarray(0, 300_000), bytes.subarray(300_000, 300_007), bytes.subarray(300_007)];
    await store.put('a/b', Readable.from(parts), 'audio/webm');
    expect(await buffer(await store.get('a/b'))).toEqual(bytes);
  });

  it.skipIf(process.getuid?.() === 0)('says why when the folder cannot be written to', async () => {
    const root = await folder();
    await chmod(root, 0o500);
    await expect(
      new LocalContentStore(root).put('a/b', Readable.from([Buffer.from('x')]), 'audio/webm'),
    ).rejects.toThrow(/EACCES/);
  });
});
