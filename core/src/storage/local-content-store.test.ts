import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
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
    await expect.poll(names).toEqual([expect.stringMatching(/^\.incoming-/)]);
    expect(await store.head('a/b')).toBeUndefined();
    content.push(null);
    await put;
    expect(await names()).toEqual(['b']);
  });

  it.skipIf(process.getuid?.() === 0)('says why when the folder cannot be written to', async () => {
    const root = await folder();
    await chmod(root, 0o500);
    await expect(
      new LocalContentStore(root).put('a/b', Readable.from([Buffer.from('x')]), 'audio/webm'),
    ).rejects.toThrow(/EACCES/);
  });
});
