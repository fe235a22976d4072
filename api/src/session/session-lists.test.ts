import { disavowSession } from '@crowd-recital/core/session/disavow-session.js';
import { endSession } from '@crowd-recital/core/session/end-session.js';
import { receiveAudioSegment } from '@crowd-recital/core/session/receive-audio-segment.js';
import { receiveTextSegment } from '@crowd-recital/core/session/receive-text-segment.js';
import { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { TextDocument } from '@crowd-recital/core/text/text-document.entity.js';
import {
  aSession,
  aText,
  aUser,
  audioSegment,
  limits,
  textSegment,
} from '@crowd-recital/core/test/factories.js';
import { expect, it } from 'vitest';
import { testServer } from '../../test/server.js';

const server = await testServer();
const em = server.database.em();
const [berl, admin] = [await aUser(em, { name: 'Berl' }), await aUser(em, { group: 'admin' })];
const harbour = await aText(em, berl, { title: 'The harbour 100%' });
const market = await aText(em, admin, {
  title: 'שוק הכרמל',
  language: 'he',
  text: 'שלום. מה שלומך?',
  public: true,
});
const archived = await aText(em, berl, { title: 'Archived' });
await em.nativeUpdate(TextDocument, { id: archived.id }, { archivedAt: new Date() });

const running = await aSession(em, berl, { text: harbour });
const finished = await aSession(em, berl, { text: market });
const strange = await aSession(em, admin, { text: market });
const unwanted = await aSession(em, berl, { text: harbour });
const deleted = await aSession(em, berl, { text: harbour });
const empty = await aSession(em, berl, { text: harbour });
await receiveAudioSegment({ em, store: server.store, limits }, audioSegment(finished, 0));
for (const [sequence, discarded] of [
  [0, false],
  [1, true],
  [2, false],
] as const) {
  await receiveTextSegment({ em, limits }, textSegment(finished, sequence, { discarded }));
}
const ended = {
  userId: berl.id,
  textSegments: 0,
  durationSeconds: 0,
  discardedSequences: [],
  endReason: 'finished',
} as const;
await endSession(
  { em, limits, finalisationDisabled: true },
  { ...ended, sessionId: empty.id, audioSegments: 0, endReason: 'empty' },
);
await em.nativeUpdate(RecitalSession, { id: finished.id }, { status: 'uploaded', durationSeconds: 12.5 });
await em.nativeUpdate(RecitalSession, { id: strange.id }, { status: 'ended', attention: 'missing-segments' });
await disavowSession(em, { viewer: { id: berl.id, group: 'speaker' }, sessionId: unwanted.id });
await disavowSession(em, { viewer: { id: berl.id, group: 'speaker' }, sessionId: deleted.id });
await em.nativeUpdate(RecitalSession, { id: deleted.id }, { status: 'discarded' });

const names = new Map(
  [running, finished, strange, unwanted, deleted, empty].map(({ id }, n) => [
    id,
    ['running', 'finished', 'strange', 'unwanted', 'deleted', 'empty'][n],
  ]),
);

async function sessions(by: typeof berl, filter = '{}'): Promise<(string | undefined)[]> {
  const data = await server
    .as(by)
    .data<{ sessions: { edges: { node: { id: string } }[]; totalCount: number } }>(
      `{ sessions(filter: ${filter}) { edges { node { id } } totalCount } }`,
    );
  expect(data.sessions.totalCount).toBe(data.sessions.edges.length);
  return data.sessions.edges.map(({ node }) => names.get(node.id)).sort();
}

it.each([
  ['everything that is there', '{}', ['finished', 'running'], ['finished', 'running', 'strange']],
  [
    'what was wished away too',
    '{ includeDiscarded: true }',
    ['finished', 'running', 'unwanted'],
    ['deleted', 'finished', 'running', 'strange', 'unwanted'],
  ],
  ['what was deleted', '{ status: [DISCARDED] }', [], ['deleted']],
  ['some states', '{ status: [ACTIVE, ENDED] }', ['running'], ['running', 'strange']],
  ['no state', '{ status: [] }', [], []],
  ['one speaker', `{ userId: "${admin.id}" }`, [], ['strange']],
  ['one text', `{ textId: "${market.id}" }`, ['finished'], ['finished', 'strange']],
  ['what needs a look', '{ attention: true }', [], ['strange']],
  ['what needs none', '{ attention: false }', ['finished', 'running'], ['finished', 'running']],
  [
    'several conditions',
    `{ textId: "${market.id}", status: [UPLOADED], attention: false }`,
    ['finished'],
    ['finished'],
  ],
])('sessions: %s', async (_what, filter, forBerl, forAdmin) => {
  expect(await sessions(berl, filter)).toEqual(forBerl);
  expect(await sessions(admin, filter)).toEqual(forAdmin);
});

it('a session tells how many sentences were read, and of which text', async () => {
  const data = await server
    .as(berl)
    .data(
      `{ session(id: "${finished.id}") { sentenceCount durationSeconds text { title mine currentRevision { number paragraphs } } textRevision { sentenceCount } user { name } endReason status } }`,
    );
  expect(data).toEqual({
    session: {
      sentenceCount: 2,
      durationSeconds: 12.5,
      text: {
        title: 'שוק הכרמל',
        mine: false,
        currentRevision: { number: 1, paragraphs: [['שלום.', 'מה שלומך?']] },
      },
      textRevision: { sentenceCount: 2 },
      user: { name: 'Berl' },
      endReason: null,
      status: 'UPLOADED',
    },
  });
});

async function texts(by: typeof berl, filter: string): Promise<string[]> {
  const data = await server
    .as(by)
    .data<{ texts: { edges: { node: { title: string } }[] } }>(
      `{ texts(filter: ${filter}) { edges { node { title } } } }`,
    );
  return data.texts.edges.map(({ node }) => node.title).sort();
}

it.each([
  ['everything', '{}', ['The harbour 100%', 'שוק הכרמל'], ['The harbour 100%', 'שוק הכרמל']],
  ['own ones', '{ mine: true }', ['The harbour 100%'], ['שוק הכרמל']],
  ['those of others', '{ mine: false }', ['שוק הכרמל'], ['The harbour 100%']],
  ['a language', '{ language: HE }', ['שוק הכרמל'], ['שוק הכרמל']],
  ['a part of the title', '{ search: " HARB " }', ['The harbour 100%'], ['The harbour 100%']],
  ['a part of the title, in Hebrew', '{ search: "כרמל" }', ['שוק הכרמל'], ['שוק הכרמל']],
  ['a character that databases take for any', '{ search: "0%" }', ['The harbour 100%'], ['The harbour 100%']],
  ['another one', '{ search: "_" }', [], []],
])('texts: %s', async (_what, filter, forBerl, forAdmin) => {
  expect(await texts(berl, filter)).toEqual(forBerl);
  expect(await texts(admin, filter)).toEqual(forAdmin);
});

it('users: by group, by approval, by name and address', async () => {
  await aUser(em, { group: null, name: 'Waiting', email: 'waiting@example.org' });
  const users = async (filter: string): Promise<string[]> => {
    const data = await server
      .as(admin)
      .data<{ users: { edges: { node: { name: string } }[] } }>(
        `{ users(filter: ${filter}) { edges { node { name } } } }`,
      );
    return data.users.edges.map(({ node }) => node.name).sort();
  };
  expect(await users('{ group: SPEAKER }')).toEqual(['Berl']);
  expect(await users('{ awaitingApproval: true }')).toEqual(['Waiting']);
  expect(await users('{ awaitingApproval: false }')).toEqual(['Berl', 'Dalia']);
  expect(await users('{ search: "WAITING@" }')).toEqual(['Waiting']);
});
