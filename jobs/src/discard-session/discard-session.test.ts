import { mkdir, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { disavowSession } from '@crowd-recital/core/session/disavow-session.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import type { ContentStore, StoredObject } from '@crowd-recital/core/storage/content-store.js';
import { recite, shortRecital } from '../../test/recite.js';
import { openWorkshop, type Workshop } from '../../test/workshop.js';
import { finaliseSession } from '../finalise-session/finalise-session.js';
import { discardSession } from './discard-session.js';

let workshop: Workshop;

beforeAll(async () => {
  workshop = await openWorkshop();
});

async function aDisavowedSession(): Promise<RecitalSession> {
  const session = await recite(workshop, await shortRecital(workshop));
  await finaliseSession({ sessionId: session.id }, workshop.run());
  return disavow(session);
}

async function disavow(session: RecitalSession): Promise<RecitalSession> {
  const viewer = { id: session.user.id, group: 'speaker' } as const;
  return disavowSession(workshop.database.em(), { viewer, sessionId: session.id });
}

async function objectsOf(session: RecitalSession): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of workshop.store.list(`${session.id}/`)) keys.push(key);
  return keys;
}

describe('a session that was wished away', () => {
  it('is deleted with everything, looked at again after the wait, and then discarded', async () => {
    const session = await aDisavowedSession();
    expect(await objectsOf(session)).not.toEqual([]);
    expect(await discardSession({ sessionId: session.id }, workshop.run())).toBe('first-deletion');
    expect(await objectsOf(session)).toEqual([]);
    expect(await discardSession({ sessionId: session.id }, workshop.run())).toBe('discarded');
    expect(await workshop.row(session)).toMatchObject({ status: 'discarded', artifacts: null });
    expect(await discardSession({ sessionId: session.id }, workshop.run())).toBe('not-due');
    expect(await workshop.fsck()).toEqual([]);
  });

  it('is not discarded before the wait is over', async () => {
    const session = await aDisavowedSession();
    const run = workshop.run({ discardWaitSeconds: 900 });
    expect(await discardSession({ sessionId: session.id }, run)).toBe('first-deletion');
    expect(await discardSession({ sessionId: session.id }, run)).toBe('not-due');
    await workshop.letTimePass(session);
    expect(await discardSession({ sessionId: session.id }, run)).toBe('first-deletion');
    expect((await workshop.row(session)).status).toBe('uploaded');
  });

  it('loses also what an upload wrote that was still under way', async () => {
    const session = await aDisavowedSession();
    await discardSession({ sessionId: session.id }, workshop.run());
    await workshop.store.put(
      `${session.id}/segments/7.${'a'.repeat(64)}`,
      Readable.from(['late']),
      'audio/webm',
    );
    expect(await discardSession({ sessionId: session.id }, workshop.run())).toBe('discarded');
    expect(await objectsOf(session)).toEqual([]);
  });

  it('leaves nothing in the work folder either', async () => {
    const session = await aDisavowedSession();
    const folder = path.join(workshop.deps.workFolder, `${session.id}.1`);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'source.audio.webm'), 'voice');
    await discardSession({ sessionId: session.id }, workshop.run());
    expect(await workshop.workFolders()).toEqual([]);
  });

  it('takes nothing of another one along whose id begins alike', async () => {
    const session = await aDisavowedSession();
    const neighbour = `${session.id}x/segments/0.${'b'.repeat(64)}`;
    await workshop.store.put(neighbour, Readable.from(['voice']), 'audio/webm');
    await discardSession({ sessionId: session.id }, workshop.run());
    expect(await workshop.store.head(neighbour)).toBeDefined();
    await workshop.store.delete(neighbour);
  });

  it('is not touched without a wish', async () => {
    const session = await recite(workshop, await shortRecital(workshop));
    expect(await discardSession({ sessionId: session.id }, workshop.run())).toBe('not-due');
    expect(await objectsOf(session)).toHaveLength(3);
  });
});

describe('a store that does not delete', () => {
  const refusals: [string, (store: ContentStore) => Partial<ContentStore>][] = [
    ['says no', () => ({ deletePrefix: () => Promise.reject(new Error('the bucket is locked')) })],
    ['says yes and keeps it', () => ({ deletePrefix: () => Promise.resolve() })],
  ];

  it.each(refusals)('%s: shows to admins, and is asked again until it does', async (_name, refusal) => {
    const session = await aDisavowedSession();
    const store = refusing(workshop.store, refusal(workshop.store));
    expect(await discardSession({ sessionId: session.id }, workshop.run({ store }))).toBe('incomplete');
    expect(await workshop.row(session)).toMatchObject({
      attention: 'deletion-incomplete',
      status: 'uploaded',
    });
    await workshop.letTimePass(session);
    expect(await discardSession({ sessionId: session.id }, workshop.run())).toBe('first-deletion');
    expect(await discardSession({ sessionId: session.id }, workshop.run())).toBe('discarded');
    expect(await workshop.row(session)).toMatchObject({ attention: null, lastError: null });
  });
});

/** The store, but for what it refuses. */
function refusing(store: ContentStore, refusal: Partial<ContentStore>): ContentStore {
  return {
    kind: store.kind,
    put: (...args) => store.put(...args),
    get: (...args) => store.get(...args),
    head: (...args) => store.head(...args),
    copy: (...args) => store.copy(...args),
    delete: (...args) => store.delete(...args),
    list: (prefix): AsyncIterable<StoredObject> => store.list(prefix),
    deletePrefix: (...args) => store.deletePrefix(...args),
    ...refusal,
  };
}
