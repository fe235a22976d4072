import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { disavowSession } from '@crowd-recital/core/session/disavow-session.js';
import { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { stagedKey } from '@crowd-recital/core/storage/keys.js';
import { aSession, aUser } from '@crowd-recital/core/test/factories.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import { beforeEach, expect, it, vi } from 'vitest';
import { finishSession } from '../../test/finished-session.js';
import { testServer } from '../../test/server.js';
import { MediaLinks } from './media-links.js';
import { archiveFileName } from './recording-archive.js';

const server = await testServer();
const em = server.database.em();
const links = new MediaLinks(server.config.auth.accessTokenSecret, server.config.media.linkTtl);
const told = '{"review":{"outcome":"returned"}}';

let admin: User;
let session: RecitalSession;

/** A finished recording of which reviewers have said something. */
beforeEach(async () => {
  admin = await aUser(em, { group: 'admin' });
  session = await finishSession(em, server.store, await aSession(em, await aUser(em)));
  const reviewed = {
    fileName: 'manifest.json',
    contentType: 'application/json',
    byteLength: told.length,
    sha256: createHash('sha256').update(told).digest('hex'),
    epoch: 2,
  };
  await server.store.put(
    stagedKey(session.id, 2, 'manifest.json'),
    Readable.from([told]),
    'application/json',
  );
  await em.execute(`update recital_sessions set artifacts = artifacts || ?::jsonb where id = ?`, [
    JSON.stringify({ reviewed }),
    session.id,
  ]);
});

async function linksFor(
  user: User,
): Promise<{ archiveUrl: string; artifacts: { name: string; url: string }[] }> {
  const data = await server.as(user).data<{
    session: { administration: { archiveUrl: string; artifacts: { name: string; url: string }[] } };
  }>('query ($id: ID!) { session(id: $id) { administration { archiveUrl artifacts { name url } } } }', {
    id: session.id,
  });
  return data.session.administration;
}

const read = async (url: string): Promise<Buffer> =>
  Buffer.from(await (await fetch(server.url + url)).arrayBuffer());
const statusOf = async (url: string): Promise<number> => (await fetch(server.url + url)).status;
const linkOf = (viewerId: string, epoch: number, fileName: string): string =>
  links.link({ sessionId: session.id, epoch, fileName, viewerId, tokenVersion: 0 }, links.expiry());

it('holds every finished file as consumers find it', async () => {
  const { archiveUrl, artifacts } = await linksFor(admin);
  const response = await fetch(server.url + archiveUrl);
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${session.id}.zip"`);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  // Nothing is compressed, so the files stand in it byte for byte.
  const zip = Buffer.from(await response.arrayBuffer());
  expect(artifacts.map(({ name }) => name)).toEqual(['SOURCE', 'MAIN', 'LIGHT', 'TRANSCRIPT', 'MANIFEST']);
  for (const { url } of artifacts) {
    const name = new URL(url, server.url).pathname.split('/').at(-1) ?? '';
    expect(zip.includes(`${session.id}/${name}`), name).toBe(true);
    expect(zip.includes(await read(url)), name).toBe(true);
  }
  expect(zip.includes(told)).toBe(true);
  // End of the central directory: the archive is whole, and has five entries.
  expect(zip.readUInt32LE(zip.length - 22)).toBe(0x06054b50);
  expect(zip.readUInt16LE(zip.length - 12)).toBe(5);
});

it('is for admins, and so is the manifest that tells what reviewers said', async () => {
  const speaker = session.user.id;
  expect(await statusOf(linkOf(speaker, 1, archiveFileName))).toBe(404);
  expect(await statusOf(linkOf(speaker, 2, 'manifest.json'))).toBe(404);
  expect((await read(linkOf(speaker, 1, 'manifest.json'))).includes('outcome')).toBe(false);
  expect((await read(linkOf(admin.id, 2, 'manifest.json'))).toString()).toBe(told);
  const { archiveUrl } = await linksFor(admin);
  await em.execute(`update users set "group" = 'speaker' where id = ?`, [admin.id]);
  expect(await statusOf(archiveUrl)).toBe(404);
});

it('is gone with the recording, and no link leads to other files of it', async () => {
  const { archiveUrl } = await linksFor(admin);
  expect(await statusOf(archiveUrl)).toBe(200);
  expect(await statusOf(linkOf(admin.id, 2, archiveFileName))).toBe(404);
  expect(await statusOf(archiveUrl.replace(archiveFileName, 'source.audio.webm'))).toBe(404);
  expect(await statusOf(archiveUrl.split('?')[0] ?? '')).toBe(404);
  await disavowSession(em, { viewer: { id: session.user.id, group: 'speaker' }, sessionId: session.id });
  expect(await statusOf(archiveUrl)).toBe(404);
  expect(await linksFor(admin)).toEqual({ archiveUrl: null, artifacts: [] });
});

it('is not there of what nobody has kept yet, which is only listened to', async () => {
  const { archiveUrl } = await linksFor(admin);
  await em.nativeUpdate(RecitalSession, { id: session.id }, { kept: false });
  expect(await linksFor(admin)).toEqual({ archiveUrl: null, artifacts: [] });
  expect(await statusOf(archiveUrl)).toBe(404);
  expect(await statusOf(linkOf(admin.id, 1, 'light.audio.mp3'))).toBe(200);
});

it('breaks off where the recording is wished away while it is fetched', async () => {
  const { archiveUrl } = await linksFor(admin);
  const viewer = { id: session.user.id, group: 'speaker' } as const;
  const get = vi.spyOn(server.store, 'get').mockImplementationOnce(async (key) => {
    await disavowSession(em, { viewer, sessionId: session.id });
    get.mockRestore();
    return server.store.get(key);
  });
  await expect(read(archiveUrl)).rejects.toThrow();
});

it('breaks off, and never ends well, when a file cannot be read', async () => {
  const { archiveUrl } = await linksFor(admin);
  await server.store.delete(stagedKey(session.id, 1, 'light.audio.mp3'));
  await expect(read(archiveUrl)).rejects.toThrow();
});
