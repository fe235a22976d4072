import { fork } from 'node:child_process';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { UploadCrash } from '../../test/crash-upload.js';
import { testStore } from '../../test/content-store.js';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { aSession, aUser, audioSegment, limits, someBytes } from '../../test/factories.js';
import { fsck } from '../fsck/fsck.js';
import { disavowSession } from './disavow-session.js';
import { endSession } from './end-session.js';
import { receiveAudioSegment } from './receive-audio-segment.js';
import type { RecitalSession } from './recital-session.entity.js';
import { uploadSteps, type UploadFailpoints, type UploadStep } from './upload-steps.js';

interface Point {
  readonly step: UploadStep;
  readonly moment: 'before' | 'after';
}

let database: TestDatabase;
let store: Awaited<ReturnType<typeof testStore>>;

beforeAll(async () => {
  database = await testDatabase();
  store = await testStore();
});

/** A recital that has ended, of which the last segment is still on its way; `taken`: other bytes were there first. */
async function aSessionInNeed(taken: boolean): Promise<RecitalSession> {
  const em = database.em();
  const session = await aSession(em, await aUser(em));
  await send(session, 0, Buffer.from('the first segment'));
  if (taken) await send(session, 1, Buffer.from('other bytes were first'));
  return endSession(
    { em: database.em(), limits, finalisationDisabled: true },
    {
      userId: session.user.id,
      sessionId: session.id,
      audioSegments: 2,
      textSegments: 0,
      durationSeconds: 2,
      discardedSequences: [],
      endReason: 'finished',
    },
  );
}

/** @returns how it ended: the code of the error, if there was one. */
async function send(
  session: RecitalSession,
  sequence: number,
  bytes: Buffer,
  failpoints?: UploadFailpoints,
): Promise<string> {
  const deps = { em: database.em(), store, limits, ...(failpoints === undefined ? {} : { failpoints }) };
  try {
    await receiveAudioSegment(deps, audioSegment(session, sequence, bytes));
    return 'taken';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

/** What lies in rows, store and queue once the client has sent the segment until it got an answer. */
async function stateOf(session: RecitalSession, sent: Buffer): Promise<unknown> {
  const em = database.em();
  const rows = await em.execute<{ sequence: number; storage_key: string }[]>(
    `select sequence, storage_key from audio_segments where session_id = ? order by sequence`,
    [session.id],
  );
  const aside = await em.execute<{ storage_key: string }[]>(
    `select storage_key from set_aside_audio where session_id = ?`,
    [session.id],
  );
  const [counted] = await em.execute<unknown[]>(`select content_version from recital_sessions where id = ?`, [
    session.id,
  ]);
  const hints = await em.execute<unknown[]>(
    `select from agenda.agenda_jobs where data->>'sessionId' = ? and next_run_at <= now()`,
    [session.id],
  );
  const last = aside[0] ?? rows.at(-1);
  expect(await buffer(await store.get(last?.storage_key ?? ''))).toEqual(sent);
  const keys: string[] = [];
  for await (const { key } of store.list(`${session.id}/`)) keys.push(key);
  return {
    sequences: rows.map(({ sequence }) => sequence),
    setAside: aside.length,
    objects: keys.length,
    counted,
    hinted: hints.length > 0,
  };
}

function onceAt({ step, moment }: Point, act: () => Promise<void>): UploadFailpoints & { reached: boolean } {
  const failpoints = Object.assign(
    (async (at, when) => {
      if (failpoints.reached || at !== step || when !== moment) return;
      failpoints.reached = true;
      await act();
    }) satisfies UploadFailpoints,
    { reached: false },
  );
  return failpoints;
}

async function crashAt(session: RecitalSession, bytes: Buffer, point: Point): Promise<void> {
  const { content, ...segment } = audioSegment(session, 1, bytes);
  content.destroy();
  const crash: UploadCrash = {
    databaseUrl: database.connectionString,
    folder: store.folder,
    segment,
    bytes: bytes.toString('base64'),
    ...point,
  };
  const script = fileURLToPath(new URL('../../test/crash-upload.ts', import.meta.url));
  const child = fork(script, [JSON.stringify(crash)], {
    execArgv: ['--conditions=development', '--import=tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
}

type Disturbance = (session: RecitalSession, bytes: Buffer, point: Point) => Promise<void>;

/** Each leaves an upload without an answer; the client then sends again. */
const faults: readonly (readonly [string, Disturbance])[] = [
  [
    'throws',
    async (session, bytes, point) => {
      const failpoints = onceAt(point, () => Promise.reject(new Error('failpoint')));
      expect(await send(session, 1, bytes, failpoints)).toContain('failpoint');
    },
  ],
  [
    'hangs',
    async (session, bytes, point) => {
      await new Promise<void>((reached) => {
        const failpoints = onceAt(point, () => {
          reached();
          return new Promise(() => undefined);
        });
        void send(session, 1, bytes, failpoints);
      });
    },
  ],
  [
    'goes on after the client has sent again',
    async (session, bytes, point) => {
      let again = '';
      const failpoints = onceAt(point, async () => {
        again = await send(session, 1, bytes);
      });
      expect(await send(session, 1, bytes, failpoints)).toBe(again);
      expect(failpoints.reached).toBe(true);
    },
  ],
  ['is killed with its process', crashAt],
];

const points = uploadSteps.flatMap((step) => [
  { step, moment: 'before' as const },
  { step, moment: 'after' as const },
]);

describe.concurrent.each(faults)('an upload that %s', (_name, disturb) => {
  it.each(points)('$moment $step leaves what an undisturbed one leaves', async (point) => {
    const taken = point.step === 'set-aside-segment';
    const bytes = someBytes();
    const undisturbed = await aSessionInNeed(taken);
    expect(await send(undisturbed, 1, bytes)).toBe(taken ? 'CONFLICT' : 'taken');
    const session = await aSessionInNeed(taken);
    await disturb(session, bytes, point);
    expect(await send(session, 1, bytes)).toBe(taken ? 'CONFLICT' : 'taken');
    expect(await stateOf(session, bytes)).toEqual(await stateOf(undisturbed, bytes));
  });
});

describe.concurrent('an upload that is overtaken by a wish to delete', () => {
  it.each(points.filter(({ step }) => step !== 'set-aside-segment' && step !== 'hint-finalisation'))(
    '$moment $step leaves nothing that the wish does not find',
    async (point) => {
      const session = await aSessionInNeed(false);
      const failpoints = onceAt(point, async () => {
        const viewer = { id: session.user.id, group: 'speaker' } as const;
        await disavowSession(database.em(), { viewer, sessionId: session.id });
        await store.deletePrefix(`${session.id}/`);
      });
      const accepted = point.step === 'accept-segment' && point.moment === 'after';
      expect(await send(session, 1, someBytes(), failpoints)).toBe(accepted ? 'taken' : 'NOT_FOUND');
      for await (const { key } of store.list(`${session.id}/`)) expect(key).toBe('nothing');
    },
  );
});

it('after all of this rows and store agree', async () => {
  const em = database.em();
  await em.execute(`update recital_sessions set finalised_version = content_version`);
  const findings = await fsck({ em, store, verifyHashes: true, graceSeconds: 0 });
  expect(findings.filter(({ kind }) => kind !== 'row-inconsistent')).toEqual([]);
});
