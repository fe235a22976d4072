import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { aSession, aText, aUser, limits } from '@crowd-recital/core/test/factories.js';
import { spokenSentences } from '@crowd-recital/core/test/voice.js';
import { discardTextSegments } from '@crowd-recital/core/session/discard-text-segments.js';
import { endSession } from '@crowd-recital/core/session/end-session.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { intoSegments, sendAudio, sendText, shortRecital } from '../../test/recite.js';
import { openWorkshop, type Workshop } from '../../test/workshop.js';
import { finaliseSession } from './finalise-session.js';

let workshop: Workshop;
let parts: readonly Buffer[];

/** Everything that a client says of one recital, each by its name. */
const calls = [
  'audio 0',
  'audio 1',
  'audio 2',
  'audio 3',
  'text 0',
  'text 1',
  'text 2',
  'discard 1',
  'end',
] as const;
type Call = (typeof calls)[number];

/** A worker comes by, after a while in which nothing arrived. */
type Happening = Call | 'worker';

beforeAll(async () => {
  workshop = await openWorkshop();
  parts = intoSegments((await shortRecital(workshop)).bytes ?? Buffer.alloc(0), 4);
});

async function begin(): Promise<RecitalSession> {
  const em = workshop.database.em();
  const speaker = await aUser(em);
  const text = await aText(em, speaker, { text: spokenSentences.map((one) => one.text).join('\n\n') });
  return aSession(em, speaker, { text, startedAt: new Date(0) });
}

async function happen(session: RecitalSession, happening: Happening): Promise<void> {
  const [kind, number] = happening.split(' ');
  const sequence = Number(number);
  const address = { userId: session.user.id, sessionId: session.id };
  const em = workshop.database.em();
  switch (kind) {
    case 'audio':
      return sendAudio(workshop, session, sequence, parts[sequence] ?? Buffer.alloc(0));
    case 'text':
      return sendText(workshop, session, sequence, {
        sentence: sequence,
        from: sequence * 0.6,
        to: (sequence + 1) * 0.6,
      });
    case 'discard':
      await discardTextSegments(em, { ...address, sequences: [sequence] });
      return;
    case 'end':
      await endSession(
        { em, limits, finalisationDisabled: true },
        {
          ...address,
          audioSegments: 4,
          textSegments: 3,
          durationSeconds: 2,
          discardedSequences: [],
          endReason: 'finished',
        },
      );
      return;
    default:
      await workshop.letTimePass(session);
      await finaliseSession({ sessionId: session.id }, workshop.run());
  }
}

/** What lies at the fixed names, but for the names of this one session, its speaker and its text. */
async function artifacts(session: RecitalSession): Promise<unknown> {
  const row = await workshop.row(session);
  expect(row).toMatchObject({ status: 'uploaded', attention: null, finalisedVersion: row.contentVersion });
  const read = async (name: string): Promise<Buffer> => readFile(workshop.file(`${session.id}/${name}`));
  const manifest = JSON.parse((await read('manifest.json')).toString()) as Record<string, unknown>;
  const { source, cuts, holes, readings, audioSegments, verdicts, durationSeconds } = manifest;
  return {
    audio: await Promise.all(['source.audio.webm', 'main.audio.webm', 'light.audio.mp3'].map(read)),
    transcript: (await read('transcript.vtt')).toString().replaceAll(session.id, ''),
    manifest: { source, cuts, holes, readings, audioSegments, verdicts, durationSeconds },
  };
}

it('whatever order, repetition and delay: the same artifacts as of the orderly run', async () => {
  const orderly = await begin();
  for (const call of [...calls, 'worker' as const]) await happen(orderly, call);
  const expected = await artifacts(orderly);

  const happenings = fc
    .tuple(
      fc.shuffledSubarray([...calls], { minLength: calls.length }),
      fc.array(fc.tuple(fc.constantFrom<Happening>(...calls, 'worker'), fc.nat()), { maxLength: 6 }),
    )
    .map(([order, repeated]) => {
      const all: Happening[] = [...order];
      for (const [happening, place] of repeated) all.splice(place % (all.length + 1), 0, happening);
      return [...all, 'worker' as const];
    });
  await fc.assert(
    fc.asyncProperty(happenings, async (order) => {
      const session = await begin();
      for (const happening of order) await happen(session, happening);
      expect(await artifacts(session)).toEqual(expected);
    }),
    { numRuns: 12 },
  );
  expect(await workshop.fsck()).toEqual([]);
});
