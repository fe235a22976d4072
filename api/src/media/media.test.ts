import { disavowSession } from '@crowd-recital/core/session/disavow-session.js';
import { aSession, aUser } from '@crowd-recital/core/test/factories.js';
import { discardTextSegments } from '@crowd-recital/core/session/discard-text-segments.js';
import { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { revokeSignIns } from '@crowd-recital/core/user/revoke-sign-ins.js';
import { User } from '@crowd-recital/core/user/user.entity.js';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { finishSession, hearEarly } from '../../test/finished-session.js';
import { testServer } from '../../test/server.js';
import { linkHolder, MediaLinks } from './media-links.js';

const server = await testServer();
const { database, store, config } = server;
const light = '0123456789';
const links = new MediaLinks(config.auth.accessTokenSecret, config.media.linkTtl);

let berl: User;
let session: RecitalSession;
let link: string;

interface Preview {
  readonly audioUrl: string;
  readonly audioMimeType: string;
  readonly captionsUrl: string;
  readonly captions: readonly unknown[];
  readonly expiresAt: string;
}

async function previewOf(id: string, by: User, early = false): Promise<Preview | null | undefined> {
  const { data } = await server
    .as(by)
    .query<{ session: { preview: Preview | null } }>(
      'query ($id: ID!, $early: Boolean!) { session(id: $id) { preview(early: $early) { audioUrl audioMimeType captionsUrl captions { startSeconds endSeconds text paragraph sentence } expiresAt } } }',
      { id, early },
    );
  return data?.session.preview;
}

async function fetchStatus(path: string, init: RequestInit = {}): Promise<number> {
  const response = await fetch(server.url + path, init);
  await response.arrayBuffer();
  return response.status;
}

beforeEach(async () => {
  const em = database.em();
  berl = await aUser(em);
  session = await finishSession(em, store, await aSession(em, berl), light);
  link = (await previewOf(session.id, berl))?.audioUrl ?? '';
});

describe('preview', () => {
  it('has links that play and captions in the time of the finished audio', async () => {
    const preview = await previewOf(session.id, berl);
    expect(preview).toMatchObject({
      audioMimeType: 'audio/mpeg',
      captions: [
        { startSeconds: 0, endSeconds: 1, text: 'The harbour wakes early.', paragraph: 0, sentence: 0 },
        { startSeconds: 1, endSeconds: 2, text: 'Nets are spread on the quay.', paragraph: 0, sentence: 1 },
      ],
    });
    const lifetime = new Date(preview?.expiresAt ?? 0).getTime() - Date.now();
    expect(lifetime).toBeGreaterThan((config.media.linkTtl - 5) * 1000);
    expect(lifetime).toBeLessThanOrEqual(config.media.linkTtl * 1000);
    expect(await fetchStatus(preview?.captionsUrl ?? '')).toBe(200);
  });

  it('keeps its captions with its audio when a sentence is discarded afterwards', async () => {
    const before = await previewOf(session.id, berl);
    await discardTextSegments(database.em(), { userId: berl.id, sessionId: session.id, sequences: [0] });
    expect((await previewOf(session.id, berl))?.captions).toEqual(before?.captions);
  });

  it('is null before there are files, and after the session was wished away', async () => {
    expect(await previewOf((await aSession(database.em(), berl)).id, berl)).toBeNull();
    await disavowSession(database.em(), { viewer: { id: berl.id, group: 'speaker' }, sessionId: session.id });
    expect(await previewOf(session.id, berl)).toBeNull();
  });
});

describe('what is heard early', () => {
  const main = 'the main audio';

  beforeEach(async () => {
    session = await hearEarly(database.em(), store, await aSession(database.em(), berl), main);
    link = (await previewOf(session.id, berl, true))?.audioUrl ?? '';
  });

  it('is its main audio, with captions, for a player that asks for it', async () => {
    expect(await previewOf(session.id, berl)).toBeNull();
    const preview = await previewOf(session.id, berl, true);
    expect(preview).toMatchObject({
      audioMimeType: 'audio/webm',
      captions: [{ startSeconds: 0, endSeconds: 1, paragraph: 0, sentence: 0 }],
    });
    expect(await (await fetch(server.url + link, { headers: { range: 'bytes=4-7' } })).text()).toBe('main');
    const captions = await fetch(server.url + (preview?.captionsUrl ?? ''));
    expect(captions.headers.get('content-type')).toBe('text/vtt; charset=utf-8');
    expect(await captions.text()).toContain('00:00:00.000 --> 00:00:01.000');
  });

  it('is for those who may hear it, and for nobody once it is wished away or its content changed', async () => {
    const stranger = await aUser(database.em());
    expect(await previewOf(session.id, stranger, true)).toBeUndefined();
    const grant = { sessionId: session.id, epoch: 1, ...linkHolder(stranger) };
    for (const fileName of ['main.audio.webm', 'transcript.vtt']) {
      expect(await fetchStatus(links.link({ ...grant, fileName }, links.expiry()))).toBe(404);
    }
    const ours = { ...grant, ...linkHolder(berl) };
    const statuses = async (): Promise<number[]> => {
      const made = ['main.audio.webm', 'transcript.vtt', 'light.audio.mp3'].map((fileName) =>
        fetchStatus(links.link({ ...ours, fileName }, links.expiry())),
      );
      return Promise.all(made);
    };
    expect(await statuses()).toEqual([200, 200, 404]);
    await discardTextSegments(database.em(), { userId: berl.id, sessionId: session.id, sequences: [0] });
    expect(await previewOf(session.id, berl, true)).toBeNull();
    expect(await statuses()).toEqual([404, 404, 404]);

    session = await hearEarly(database.em(), store, await aSession(database.em(), berl), main);
    await database.em().nativeUpdate(RecitalSession, { id: session.id }, { kept: false });
    expect(await previewOf(session.id, berl, true)).toBeNull();
    await database.em().nativeUpdate(RecitalSession, { id: session.id }, { kept: true });
    const before = await previewOf(session.id, berl, true);
    await disavowSession(database.em(), { viewer: { id: berl.id, group: 'speaker' }, sessionId: session.id });
    expect(await previewOf(session.id, berl, true)).toBeNull();
    expect(await fetchStatus(before?.audioUrl ?? '')).toBe(404);
    expect(await fetchStatus(before?.captionsUrl ?? '')).toBe(404);
  });
});

describe('a link', () => {
  it('plays the whole file, never cached and never guessed at', async () => {
    const response = await fetch(server.url + link);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(light);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'audio/mpeg',
      'content-length': '10',
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-disposition': 'inline; filename="light.audio.mp3"',
    });
  });

  it.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=4-', 206, '456789', 'bytes 4-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=-99', 206, light, 'bytes 0-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=-0', 416, '', 'bytes */10'],
    ['bytes=5-2', 200, light, null],
    ['bytes=0-1,4-5', 200, light, null],
    ['lines=1-2', 200, light, null],
  ])('asked for %s', async (range, status, content, contentRange) => {
    const response = await fetch(server.url + link, { headers: { range } });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-range')).toBe(contentRange);
    expect(await response.text()).toBe(content);
  });

  it('asked for a range only if the file is the same', async () => {
    const etag = (await fetch(server.url + link, { method: 'HEAD' })).headers.get('etag') ?? '';
    const same = await fetchStatus(link, { headers: { range: 'bytes=0-3', 'if-range': etag } });
    const other = await fetchStatus(link, { headers: { range: 'bytes=0-3', 'if-range': '"other"' } });
    expect([same, other]).toEqual([206, 200]);
  });

  it('answers HEAD without the bytes', async () => {
    const response = await fetch(server.url + link, { method: 'HEAD', headers: { range: 'bytes=0-3' } });
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([
      206,
      '4',
      '',
    ]);
  });

  it('does not work without its signature, with another one, or for another file', async () => {
    const other = await finishSession(
      database.em(),
      store,
      await aSession(database.em(), await aUser(database.em())),
    );
    const url = new URL(server.url + link);
    const changes: ((changed: URL) => void)[] = [
      (changed) => (changed.search = ''),
      (changed) => changed.searchParams.delete('signature'),
      (changed) => changed.searchParams.set('signature', 'A'.repeat(43)),
      (changed) => changed.searchParams.set('signature', 'short'),
      (changed) => changed.searchParams.set('expires', '9999999999'),
      (changed) => changed.searchParams.set('expires', 'Infinity'),
      (changed) => changed.searchParams.set('viewer', other.user.id),
      (changed) => (changed.pathname = changed.pathname.replace('light.audio.mp3', 'main.audio.webm')),
      (changed) => (changed.pathname = changed.pathname.replace(session.id, other.id)),
      (changed) => (changed.pathname = changed.pathname.replace('/1/', '/01/')),
      (changed) => (changed.pathname = changed.pathname.replace('light.audio.mp3', '..%2f..%2fetc%2fpasswd')),
    ];
    for (const change of changes) {
      const changed = new URL(url);
      change(changed);
      const status = await fetchStatus(changed.pathname + changed.search);
      // "01" names the same number, and so the same file.
      expect([changed.href, status]).toEqual([changed.href, changed.pathname.includes('/01/') ? 200 : 404]);
    }
  });

  it('ends', async () => {
    const ended = links.link(
      { sessionId: session.id, epoch: 1, fileName: 'light.audio.mp3', ...linkHolder(berl) },
      new Date(Math.floor(Date.now() / 1000) * 1000 - 1000),
    );
    expect(await fetchStatus(ended)).toBe(404);
  });

  it('ends at once when the session is wished away', async () => {
    expect(await fetchStatus(link)).toBe(200);
    await disavowSession(database.em(), { viewer: { id: berl.id, group: 'speaker' }, sessionId: session.id });
    expect(await fetchStatus(link)).toBe(404);
  });

  it('ends at once when its holder loses the right: a link of somebody else, signed or not', async () => {
    const stranger = await aUser(database.em());
    const grant = { sessionId: session.id, epoch: 1, fileName: 'light.audio.mp3', ...linkHolder(stranger) };
    expect(await fetchStatus(links.link(grant, links.expiry()))).toBe(404);
    await database.em().nativeUpdate(User, { id: berl.id }, { group: null });
    expect(await fetchStatus(link)).toBe(404);
  });

  it('ends at once when its holder signs out everywhere, also one of the export that lives for a day', async () => {
    const grant = { sessionId: session.id, epoch: 1, fileName: 'light.audio.mp3', ...linkHolder(berl) };
    const forADay = links.link(grant, new Date(Math.ceil(Date.now() / 1000) * 1000 + 86_400_000));
    expect([await fetchStatus(link), await fetchStatus(forADay)]).toEqual([200, 200]);
    await revokeSignIns(database.em(), { id: berl.id, delegated: false }, berl.id);
    expect([await fetchStatus(link), await fetchStatus(forADay)]).toEqual([404, 404]);
    const raised = forADay.replace('version=0', 'version=1');
    expect(raised).not.toBe(forADay);
    expect(await fetchStatus(raised)).toBe(404);
  });

  it('ends when a newer finalisation replaced its file, or the file is gone', async () => {
    await store.deletePrefix(`${session.id}/.e1/`);
    expect(await fetchStatus(link)).toBe(404);
    await database
      .em()
      .execute(`update recital_sessions set artifacts = jsonb_set(artifacts, '{epoch}', '2') where id = ?`, [
        session.id,
      ]);
    expect(await fetchStatus(link)).toBe(404);
  });

  it('is in the log without its signature', async () => {
    const signature = new URL(server.url + link).searchParams.get('signature') ?? '';
    await fetchStatus(link);
    await vi.waitFor(
      () => expect(server.log().includes(`"path":"/api/media/${session.id}/1/light.audio.mp3"`)).toBe(true),
      20_000,
    );
    expect(server.log().includes(signature)).toBe(false);
  });
});
