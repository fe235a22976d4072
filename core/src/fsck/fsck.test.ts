import { createHash, randomBytes } from 'node:crypto';
import { readdir, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testStore } from '../../test/content-store.js';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { aSession, aUser, audioSegment, limits, someBytes, someResult } from '../../test/factories.js';
import { disavowSession } from '../session/disavow-session.js';
import { endSession } from '../session/end-session.js';
import { claimFinalisation } from '../session/finalisation-claim.js';
import { commitAggregated, commitFinalised } from '../session/finalisation-commit.js';
import { readManifest } from '../session/finalisation-manifest.js';
import { artifactNames, type Artifact, type FinishedArtifacts } from '../session/finished-artifacts.js';
import { receiveAudioSegment } from '../session/receive-audio-segment.js';
import type { RecitalSession } from '../session/recital-session.entity.js';
import { publishedKey, stagedKey } from '../storage/keys.js';
import { recountTotals } from '../stats/recount-totals.js';
import type { LocalContentStore } from '../storage/local-content-store.js';
import type { User } from '../user/user.entity.js';
import type { Finding } from './finding.js';
import { fsck } from './fsck.js';

let database: TestDatabase;
let store: LocalContentStore & { readonly folder: string };
let speaker: User;
const segments = [someBytes(500), someBytes(700)];

beforeAll(async () => {
  database = await testDatabase();
  store = await testStore();
});

beforeEach(async () => {
  await sql('truncate users, recital_sessions, standing_bands cascade');
  for (const name of await readdir(store.folder)) await rm(file(name), { recursive: true });
  speaker = await aUser(database.em());
});

function check(given: { verifyHashes?: boolean; graceSeconds?: number } = {}): Promise<Finding[]> {
  return fsck({ em: database.em(), store, graceSeconds: 0, ...given });
}

async function sql(statement: string, parameters: readonly unknown[] = []): Promise<void> {
  await database.em().execute(statement, [...parameters]);
}

function file(key: string): string {
  return path.join(store.folder, key);
}

/** An ended session whose segments are stored, with one set aside. */
async function anEndedSession(): Promise<RecitalSession> {
  const session = await aSession(database.em(), speaker);
  const dependencies = { em: database.em(), store, limits };
  for (const [sequence, bytes] of segments.entries()) {
    await receiveAudioSegment(dependencies, audioSegment(session, sequence, bytes));
  }
  await receiveAudioSegment(dependencies, audioSegment(session, 0, someBytes(30))).catch(() => undefined);
  return endSession(
    { em: database.em(), limits, finalisationDisabled: true },
    {
      userId: speaker.id,
      sessionId: session.id,
      audioSegments: 2,
      textSegments: 0,
      durationSeconds: 1,
      discardedSequences: [],
      endReason: 'finished',
    },
  );
}

/** A finished session as a real finalisation leaves it: staged, published, committed. */
async function aFinishedSession(): Promise<{ session: RecitalSession; artifacts: FinishedArtifacts }> {
  const session = await anEndedSession();
  const claim = await claimFinalisation(database.em(), session.id, { leaseSeconds: 60 });
  if (claim === null) throw new Error('not due');
  const manifest = await readManifest(database.em(), claim);
  const given = someResult(claim.epoch, {
    sourceOffsets: [
      { sequence: 0, offset: 0 },
      { sequence: 1, offset: 500 },
    ],
  });
  const files = { ...given.artifacts.files };
  for (const name of artifactNames) {
    const bytes = name === 'source' ? Buffer.concat(segments) : randomBytes(40);
    const artifact: Artifact = {
      ...files[name],
      byteLength: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
    files[name] = artifact;
    for (const key of [
      stagedKey(session.id, claim.epoch, artifact.fileName),
      publishedKey(session.id, artifact.fileName),
    ]) {
      await store.put(key, Readable.from([bytes]), artifact.contentType);
    }
  }
  const artifacts = { ...given.artifacts, files };
  const result = { ...given, artifacts };
  await commitAggregated(database.em(), claim, manifest?.contentVersion ?? 0, result);
  await commitFinalised(database.em(), claim, manifest?.contentVersion ?? 0, result);
  return { session, artifacts };
}

describe('fsck', () => {
  it('finds nothing where all is well, to the last byte', async () => {
    await aSession(database.em(), speaker);
    await anEndedSession();
    await aFinishedSession();
    expect(await check({ verifyHashes: true })).toEqual([]);
  });

  it('finds a segment that is gone, cut, or changed', async () => {
    const session = await anEndedSession();
    const [first, second] = await database
      .em()
      .execute<{ key: string }[]>(
        'select storage_key as key from audio_segments where session_id = ? order by sequence',
        [session.id],
      );
    if (first === undefined || second === undefined) throw new Error('no segments');
    await rm(file(first.key));
    await truncate(file(second.key), 10);
    expect(await check()).toMatchObject([
      { kind: 'object-missing', subject: first.key },
      { kind: 'object-differs', subject: second.key },
    ]);
    await writeFile(file(first.key), segments[0] ?? '');
    await writeFile(file(second.key), randomBytes(700));
    expect(await check()).toEqual([]);
    expect(await check({ verifyHashes: true })).toMatchObject([
      { kind: 'object-differs', subject: second.key },
    ]);
  });

  it('finds set-aside bytes that are gone', async () => {
    const session = await anEndedSession();
    const [aside] = await database
      .em()
      .execute<{ key: string }[]>('select storage_key as key from set_aside_audio where session_id = ?', [
        session.id,
      ]);
    await rm(file(aside?.key ?? ''));
    expect(await check()).toMatchObject([{ kind: 'object-missing', subject: aside?.key }]);
  });

  it.each(['staged', 'published'] as const)('finds a %s file that is gone', async (place) => {
    const { session, artifacts } = await aFinishedSession();
    const { fileName } = artifacts.files.light;
    const key =
      place === 'staged'
        ? stagedKey(session.id, artifacts.epoch, fileName)
        : publishedKey(session.id, fileName);
    await rm(file(key));
    expect(await check()).toMatchObject([{ kind: 'object-missing', subject: key }]);
  });

  it('finds objects that no row names, once they are old enough not to be on their way', async () => {
    const session = await anEndedSession();
    const unknown = [`${session.id}/segments/9.${'a'.repeat(64)}`, `${session.id}/segments/.incoming-abc`];
    const strange = 'V1StGXR8_Z5jdHi6B-myT/main.audio.webm';
    for (const key of [...unknown, strange]) await store.put(key, Readable.from(['x']), 'audio/webm');
    expect(await check({ graceSeconds: 900 })).toEqual([]);
    const found = await check();
    expect(found.every(({ kind }) => kind === 'object-unknown')).toBe(true);
    expect(found.map(({ subject }) => subject).sort()).toEqual([...unknown, strange].sort());
  });

  it('does not mind what an earlier finalisation staged, or published without a commit', async () => {
    const session = await anEndedSession();
    await claimFinalisation(database.em(), session.id, { leaseSeconds: 60 });
    await store.put(stagedKey(session.id, 1, 'source.audio.webm'), Readable.from(['x']), 'audio/webm');
    await store.put(publishedKey(session.id, 'main.audio.webm'), Readable.from(['x']), 'audio/webm');
    expect(await check()).toEqual([]);
    await store.put(stagedKey(session.id, 2, 'source.audio.webm'), Readable.from(['x']), 'audio/webm');
    expect(await check()).toMatchObject([{ kind: 'object-unknown' }]);
  });

  it('finds a source that is not its segments', async () => {
    const { session, artifacts } = await aFinishedSession();
    const bytes = randomBytes(artifacts.files.source.byteLength);
    const source = { ...artifacts.files.source, sha256: createHash('sha256').update(bytes).digest('hex') };
    for (const key of [
      stagedKey(session.id, artifacts.epoch, source.fileName),
      publishedKey(session.id, source.fileName),
    ]) {
      await writeFile(file(key), bytes);
    }
    await sql('update recital_sessions set artifacts = ?::jsonb where id = ?', [
      JSON.stringify({ ...artifacts, files: { ...artifacts.files, source } }),
      session.id,
    ]);
    expect(await check({ verifyHashes: true })).toMatchObject([
      { kind: 'source-differs', subject: session.id },
    ]);
  });

  it('does not miss segments that were deleted after their time, but any other', async () => {
    const { session } = await aFinishedSession();
    await sql('update recital_sessions set segments_deleted_at = now() where id = ?', [session.id]);
    for await (const { key } of store.list(`${session.id}/segments/`)) {
      if (/\/[01]\.[0-9a-f]+$/.test(key)) await rm(file(key));
    }
    const [aside] = await database
      .em()
      .execute<{ key: string }[]>('select storage_key as key from set_aside_audio');
    expect(await check()).toMatchObject([{ kind: 'object-missing', subject: aside?.key }]);
  });

  it('finds a segment that was finalised at a wrong place, or left out', async () => {
    const { session } = await aFinishedSession();
    await sql('update audio_segments set source_offset = 3 where session_id = ? and sequence = 1', [
      session.id,
    ]);
    expect(await check()).toMatchObject([{ kind: 'row-inconsistent', subject: session.id }]);
    await sql('update audio_segments set source_offset = 500 where session_id = ? and sequence = 1', [
      session.id,
    ]);
    await sql('update recital_sessions set expected_audio_segments = 3 where id = ?', [session.id]);
    expect(await check()).toMatchObject([
      { kind: 'row-inconsistent', detail: 'It was finalised without segments 2.' },
    ]);
  });

  it('finds what is left of a discarded session, and nothing wrong with one that is being deleted', async () => {
    const { session } = await aFinishedSession();
    await disavowSession(database.em(), {
      viewer: { id: speaker.id, group: 'speaker' },
      sessionId: session.id,
    });
    await rm(file(publishedKey(session.id, 'main.audio.webm')));
    expect(await check()).toEqual([]);
    await store.deletePrefix(`${session.id}/`);
    await store.put(publishedKey(session.id, 'light.audio.mp3'), Readable.from(['x']), 'audio/mpeg');
    await sql(`update recital_sessions set status = 'discarded', artifacts = null where id = ?`, [
      session.id,
    ]);
    for (const table of ['audio_segments', 'set_aside_audio']) {
      await sql(`delete from ${table} where session_id = ?`, [session.id]);
    }
    expect(await check()).toMatchObject([{ kind: 'not-deleted', subject: `${session.id}/light.audio.mp3` }]);
  });

  it('finds totals that are not the sum', async () => {
    await aFinishedSession();
    for (const damage of [
      'update user_totals set recordings = 2',
      'delete from user_totals',
      'update daily_totals set duration_seconds = duration_seconds + 1',
      `update daily_totals set language = 'yi'`,
      'delete from daily_totals',
    ]) {
      await sql(damage);
      expect(await check()).toContainEqual(
        expect.objectContaining({ kind: 'totals-differ', subject: speaker.id }),
      );
      await recountTotals(database.em());
      expect(await check()).toEqual([]);
    }
    await sql('update standing_bands set levels = 2');
    expect(await check()).toMatchObject([{ kind: 'totals-differ', subject: 'band 130' }]);
  });

  it('finds a session that no worker came for', async () => {
    const session = await anEndedSession();
    expect(await check()).toEqual([]);
    await sql(`update recital_sessions set last_content_at = now() - interval '2 hours'`);
    expect(await check()).toMatchObject([{ kind: 'not-finalised', subject: session.id }]);
  });
});
