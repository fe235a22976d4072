import { AuditEntry } from '@crowd-recital/core/audit/audit-entry.entity.js';
import { AudioSegment } from '@crowd-recital/core/session/audio-segment.entity.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { RecitalSession as Sessions } from '@crowd-recital/core/session/recital-session.entity.js';
import { SetAsideAudio, SetAsideText } from '@crowd-recital/core/session/set-aside.entity.js';
import { newSessionId } from '@crowd-recital/core/session/session-id.js';
import { TextSegment } from '@crowd-recital/core/session/text-segment.entity.js';
import { TextDocument } from '@crowd-recital/core/text/text-document.entity.js';
import { currentRevision } from '@crowd-recital/core/text/visible-texts.js';
import { aSession, aText, aUser, someBytes } from '@crowd-recital/core/test/factories.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Answer, TestClient } from '../../test/client.js';
import { finishSession } from '../../test/finished-session.js';
import { selectAll } from '../../test/select-all.js';
import { testServer } from '../../test/server.js';
import { createSchema } from '../graphql/schema.js';

/** In everything that is Berl's; in no answer to anybody who has no right to it. */
const canary = 'canary-of-berl';

const callers = ['anonymous', 'notApproved', 'other', 'owner', 'admin'] as const;
type CallerName = (typeof callers)[number];

/** What a caller gets: an answer, an answer without anything of Berl's, or a refusal by this code. */
type Outcome = 'answer' | 'answer-without' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND';

interface Target {
  readonly text: TextDocument;
  readonly textRevisionId: string;
  readonly session: RecitalSession;
}

interface Case {
  /** Arguments of the operation as GraphQL, aimed at what is Berl's (or at ids that are nobody's). */
  readonly args?: (ids: {
    readonly sessionId: string;
    readonly textId: string;
    readonly textRevisionId: string;
  }) => string;
  readonly send?: (client: TestClient, sessionId: string) => Promise<Answer<unknown>>;
  readonly outcomes: Readonly<Record<CallerName, Outcome>>;
}

const everybody: Case['outcomes'] = {
  anonymous: 'answer',
  notApproved: 'answer',
  other: 'answer',
  owner: 'answer',
  admin: 'answer',
};
const speakers: Case['outcomes'] = {
  anonymous: 'UNAUTHENTICATED',
  notApproved: 'FORBIDDEN',
  other: 'answer-without',
  owner: 'answer',
  admin: 'answer',
};
/** Theirs alone, admins see it too. */
const visible: Case['outcomes'] = { ...speakers, other: 'NOT_FOUND' };
/** Only the speaker's own device sends a voice, in nobody else's name. */
const ownOnly: Case['outcomes'] = { ...visible, admin: 'NOT_FOUND' };

const cases: Readonly<Record<string, Case>> = {
  'Query.clientConfig': { outcomes: everybody },
  'Query.me': { outcomes: { ...everybody, anonymous: 'UNAUTHENTICATED' } },
  'Query.texts': { args: () => '(first: 5)', outcomes: speakers },
  'Query.text': { args: ({ textId }) => `(id: "${textId}")`, outcomes: visible },
  'Query.sessions': { args: () => '(first: 5)', outcomes: speakers },
  'Query.session': { args: ({ sessionId }) => `(id: "${sessionId}")`, outcomes: visible },
  'Query.sessionUploadState': { args: ({ sessionId }) => `(sessionId: "${sessionId}")`, outcomes: ownOnly },
  'Query.users': {
    args: () => '(first: 100)',
    outcomes: { ...speakers, other: 'FORBIDDEN', owner: 'FORBIDDEN' },
  },
  'Mutation.signInAsDevelopmentUser': { args: () => '(email: "speaker@localhost")', outcomes: everybody },
  'Mutation.logout': { outcomes: everybody },
  'Mutation.createTextFromPlainText': {
    args: () => '(input: { title: "Mine", language: EN, text: "One. Two." })',
    outcomes: speakers,
  },
  'Mutation.createSession': {
    args: ({ textRevisionId }) =>
      `(clientKey: "${randomUUID()}", textRevisionId: "${textRevisionId}", startedAt: "2026-11-22T20:00:00Z", capture: { mimeType: "audio/webm" })`,
    outcomes: visible,
  },
  'Mutation.uploadAudioSegment': {
    send: (client, sessionId) => client.upload({ sessionId, sequence: 0, bytes: someBytes() }),
    outcomes: ownOnly,
  },
  'Mutation.uploadTextSegment': {
    args: ({ sessionId }) =>
      `(sessionId: "${sessionId}", sequence: 7, paragraph: 0, sentence: 0, seekStart: 7, seekEnd: 8)`,
    outcomes: ownOnly,
  },
  'Mutation.discardTextSegments': {
    args: ({ sessionId }) => `(sessionId: "${sessionId}", sequences: [1])`,
    outcomes: ownOnly,
  },
  'Mutation.keepSessionAlive': { args: ({ sessionId }) => `(sessionId: "${sessionId}")`, outcomes: ownOnly },
  'Mutation.endSession': {
    args: ({ sessionId }) =>
      `(sessionId: "${sessionId}", audioSegments: 1, textSegments: 2, durationSeconds: 2)`,
    outcomes: ownOnly,
  },
  'Mutation.discardSession': { args: ({ sessionId }) => `(sessionId: "${sessionId}")`, outcomes: visible },
};

const schema = createSchema();
const operations = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
  Object.values(type?.getFields() ?? {}).map((field) => ({
    name: `${type?.name ?? ''}.${field.name}`,
    type,
    field,
  })),
);

const server = await testServer();
const { database } = server;
await aUser(database.em(), { email: 'speaker@localhost', name: 'Speaker' });
const people: Record<Exclude<CallerName, 'anonymous'>, User> = {
  notApproved: await aUser(database.em(), { group: null }),
  other: await aUser(database.em()),
  owner: await aUser(database.em(), { name: `Berl ${canary}`, email: `${canary}@example.org` }),
  admin: await aUser(database.em(), { group: 'admin' }),
};

function clientOf(caller: CallerName): TestClient {
  return caller === 'anonymous' ? server.anonymous() : server.as(people[caller]);
}

/** A private text of Berl's and his finished recital of it, both full of canaries. */
async function somethingOfBerls(): Promise<Target> {
  const em = database.em();
  const text = await aText(em, people.owner, { title: canary, text: `Of the ${canary}. Again: ${canary}.` });
  const { id: textRevisionId } = await currentRevision(em, text);
  const session = await finishSession(em, server.store, await aSession(em, people.owner, { textRevisionId }));
  return { text, textRevisionId, session };
}

async function call(caller: CallerName, name: string, ids: Parameters<NonNullable<Case['args']>>[0]) {
  const operation = operations.find((one) => one.name === name);
  const { args, send } = cases[name] ?? {};
  if (operation === undefined) throw new Error(`The schema has no ${name}.`);
  if (send !== undefined) return send(clientOf(caller), ids.sessionId);
  const kind = operation.type === schema.getMutationType() ? 'mutation' : 'query';
  const document = `${kind} { ${operation.field.name}${args?.(ids) ?? ''} ${selectAll(operation.field.type)} }`;
  return clientOf(caller).query(document);
}

/** How much there is of everything that a call could leave behind. */
async function countEverything(): Promise<number[]> {
  const em = database.em();
  const entities = [
    Sessions,
    AudioSegment,
    TextSegment,
    SetAsideAudio,
    SetAsideText,
    TextDocument,
    AuditEntry,
  ];
  const counts: number[] = [];
  for (const entity of entities) counts.push(await em.count(entity as typeof Sessions));
  const [versions] = await em.execute<{ sum: number }[]>(
    'select coalesce(sum(content_version + epoch + disavowed::int), 0)::int as sum from recital_sessions',
  );
  return [...counts, versions?.sum ?? 0, (await server.storedFiles()).length];
}

it('says of every operation of the schema who may call it', () => {
  expect(Object.keys(cases).sort()).toEqual(operations.map(({ name }) => name).sort());
});

describe.each(operations)('$name', ({ name }) => {
  it.each(callers)('called by %s', async (caller) => {
    const outcome = cases[name]?.outcomes[caller];
    const target = await somethingOfBerls();
    const ids = {
      sessionId: target.session.id,
      textId: target.text.id,
      textRevisionId: target.textRevisionId,
    };
    const before = await countEverything();
    const answer = await call(caller, name, ids);

    if (outcome === 'answer' || outcome === 'answer-without') {
      expect(answer.errors).toEqual([]);
    } else {
      expect(answer.code).toBe(outcome);
      expect(answer.data ?? null).toBeNull();
      expect(await countEverything()).toEqual(before);
    }
    if (outcome !== 'answer') expect(JSON.stringify([answer.data, answer.errors])).not.toContain(canary);
    if (outcome === 'NOT_FOUND') {
      const nobodys = { sessionId: newSessionId(), textId: randomUUID(), textRevisionId: randomUUID() };
      expect((await call(caller, name, nobodys)).errors).toEqual(answer.errors);
    }
  });
});

it('shows a speaker what is the own, in lists and by id', async () => {
  const target = await somethingOfBerls();
  for (const name of ['Query.texts', 'Query.sessions']) {
    const ids = {
      sessionId: target.session.id,
      textId: target.text.id,
      textRevisionId: target.textRevisionId,
    };
    expect(JSON.stringify((await call('owner', name, ids)).data)).toContain(canary);
  }
});

it('shows nobody the sessions of somebody else by asking for that user', async () => {
  await somethingOfBerls();
  const { data } = await clientOf('other').query<{ sessions: { edges: unknown[]; totalCount: number } }>(
    'query ($id: ID!) { sessions(filter: { userId: $id, includeDiscarded: true }) { edges { node { id } } totalCount } }',
    { id: people.owner.id },
  );
  expect(data?.sessions).toEqual({ edges: [], totalCount: 0 });
});
