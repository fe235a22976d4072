import { randomUUID } from 'node:crypto';
import { receiveTextSegment } from '@crowd-recital/core/session/receive-text-segment.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import type { SkipReason } from '@crowd-recital/core/session/text-segment.entity.js';
import { aSession, aText, aUser, limits } from '@crowd-recital/core/test/factories.js';
import { describe, expect, it } from 'vitest';
import { testServer } from '../../../test/server.js';

const server = await testServer();
const em = server.database.em();
const admin = await aUser(em, { group: 'admin' });
const client = server.as(admin);
const speaker = await aUser(em, { name: 'Malka' });
const text = await aText(em, admin, { public: true, title: 'Harbour' });
const other = await aText(em, admin, { public: true, title: 'Village' });

async function read(session: RecitalSession, sequence: number, sentence: number, skipReason?: SkipReason) {
  await receiveTextSegment(
    { em: server.database.em(), limits },
    {
      userId: session.user.id,
      sessionId: session.id,
      sequence,
      paragraph: 0,
      sentence,
      seekStart: sequence,
      seekEnd: sequence + 1,
      discarded: skipReason !== undefined,
      ...(skipReason === undefined ? {} : { skipReason }),
    },
  );
  // The order by time is what is tested, and answers come faster than the clock ticks.
  await em.execute(
    `update text_segments set received_at = now() - interval '1 hour' + make_interval(secs => ?)
     where session_id = ? and sequence = ?`,
    [sequence, session.id, sequence],
  );
}

const session = await aSession(em, speaker, { text });
await read(session, 0, 0);
await read(session, 1, 1, 'wrong-text');
const village = await aSession(em, speaker, { text: other });
await read(village, 2, 0, 'hard-to-say');
await read(village, 3, 1, 'hard-to-say');

interface Reports {
  readonly reportedSentences: {
    readonly edges: readonly { readonly cursor: string; readonly node: Record<string, unknown> }[];
  };
}

async function reports(args: string, fields = 'text reason') {
  const { reportedSentences } = await client.data<Reports>(
    `{ reportedSentences${args} { edges { cursor node { ${fields} } } } }`,
  );
  return reportedSentences.edges;
}

describe('sentences that speakers left out', () => {
  it('come with reason, text and speaker, the latest first', async () => {
    const found = await reports(
      '',
      'text reason document { title } speaker { name } sessionId revision corrected',
    );
    expect(found.map(({ node }) => node)).toEqual([
      expect.objectContaining({
        reason: 'HARD_TO_SAY',
        document: { title: 'Village' },
        sessionId: village.id,
      }),
      expect.objectContaining({ reason: 'HARD_TO_SAY', document: { title: 'Village' } }),
      {
        text: 'Nets are spread on the quay.',
        reason: 'WRONG_TEXT',
        document: { title: 'Harbour' },
        speaker: { name: 'Malka' },
        sessionId: session.id,
        revision: 1,
        corrected: false,
      },
    ]);
  });

  it.each([
    [`(filter: { textId: "${text.id}" })`, ['WRONG_TEXT']],
    [`(filter: { textId: "nonsense" })`, []],
    ['(filter: { reasons: [WRONG_TEXT, OFFENSIVE] })', ['WRONG_TEXT']],
    [`(filter: { textId: "${other.id}", reasons: [HARD_TO_SAY] })`, ['HARD_TO_SAY', 'HARD_TO_SAY']],
  ])('are found by %s', async (args, reasons) => {
    expect((await reports(args)).map(({ node }) => node.reason)).toEqual(reasons);
  });

  it('are read page by page', async () => {
    const [first] = await reports('(first: 1)');
    const rest = await reports(`(first: 5, after: "${first?.cursor ?? ''}")`);
    expect(rest.map(({ node }) => node.reason)).toEqual(['HARD_TO_SAY', 'WRONG_TEXT']);
  });

  it('are counted by reason, of one text and in all', async () => {
    expect(await client.data('{ reportCounts { reason reports } }')).toEqual({
      reportCounts: [
        { reason: 'HARD_TO_SAY', reports: 2 },
        { reason: 'WRONG_TEXT', reports: 1 },
      ],
    });
    expect(await client.data(`{ reportCounts(textId: "${text.id}") { reason reports } }`)).toEqual({
      reportCounts: [{ reason: 'WRONG_TEXT', reports: 1 }],
    });
    const unknown = await client.query(`{ reportCounts(textId: "${randomUUID()}") { reason } }`);
    expect(unknown.errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('stand beside the readings of each sentence, and say so once the text is corrected', async () => {
    const figures = `{ sentenceReadings(textId: "${text.id}") { paragraph sentence readings reports } }`;
    expect(await client.data(figures)).toEqual({
      sentenceReadings: [
        { paragraph: 0, sentence: 0, readings: 1, reports: 0 },
        { paragraph: 0, sentence: 1, readings: 0, reports: 1 },
      ],
    });
    await client.data(
      `mutation { editText(id: "${text.id}", expectedRevision: 1, paragraphs: [["The harbour wakes early.", "Nets dry on the quay."]]) { id } }`,
    );
    const [report] = await reports(`(filter: { textId: "${text.id}" })`, 'corrected revision');
    expect(report?.node).toEqual({ corrected: true, revision: 1 });
    expect(await client.data(figures)).toEqual({ sentenceReadings: [] });
  });
});
