import { recordAudit } from '@crowd-recital/core/audit/record-audit.js';
import { createInvite } from '@crowd-recital/core/invite/create-invite.js';
import { enqueue } from '@crowd-recital/core/queue/enqueue.js';
import { judgeRecording } from '@crowd-recital/core/review/judge-recording.js';
import { judgeSentence } from '@crowd-recital/core/review/judge-sentence.js';
import { aCountedSession } from '@crowd-recital/core/test/counted.js';
import { aSession, aText, aUser } from '@crowd-recital/core/test/factories.js';
import { importFile } from '@crowd-recital/core/text/import/order-import.js';
import { TextDocument } from '@crowd-recital/core/text/text-document.entity.js';
import { getNamedType, isLeafType, isObjectType, type GraphQLObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { finishSession } from '../../test/finished-session.js';
import { selectAll } from '../../test/select-all.js';
import { testServer } from '../../test/server.js';
import { createSchema } from './schema.js';

const server = await testServer();
const em = server.database.em();
const admin = await aUser(em, { group: 'admin' });
const client = server.as(admin);

/** Every list that is read page by page, and what its entries have besides plain values. */
const lists = Object.values(createSchema().getQueryType()?.getFields() ?? {}).flatMap(({ name, type }) => {
  const connection = getNamedType(type);
  if (!isObjectType(connection) || !connection.name.endsWith('Connection')) return [];
  const node = nodeOf(connection);
  const inner = Object.values(node.getFields()).filter((field) => !isLeafType(getNamedType(field.type)));
  const selections = inner.map((field) => `${field.name} ${selectAll(field.type, 1)}`);
  return ['__typename', ...selections].map((selection) => ({ list: name, selection }));
});

function nodeOf(connection: GraphQLObjectType): GraphQLObjectType {
  const edge = getNamedType(connection.getFields().edges?.type);
  const node = isObjectType(edge) ? getNamedType(edge.getFields().node?.type) : undefined;
  if (!isObjectType(node)) throw new Error(`${connection.name} is no list.`);
  return node;
}

/** More of everything than the larger page holds; each entry with a person and a text of its own. */
for (let n = 0; n < 52; n += 1) {
  const speaker = await aUser(em);
  const text = await aText(em, speaker);
  const file = { name: 'harbour.txt', language: 'en', content: Buffer.from('Of the harbour.') } as const;
  const limits = { speakerSentences: 10_000, openImports: 1 };
  const { id: importId } = await importFile(
    em,
    { owner: { id: speaker.id, group: 'speaker' }, ...file },
    limits,
  );
  await em.nativeUpdate(TextDocument, { id: text.id }, { importId });
  const session = await finishSession(em, server.store, await aSession(em, speaker, { text }));
  await recordAudit(em, {
    actorId: speaker.id,
    action: 'session.listen',
    subject: { kind: 'session', id: session.id },
  });
  await em.execute(
    `insert into text_segments (session_id, sequence, paragraph, sentence, text, seek_start, seek_end, discarded, skip_reason)
     values (?, 99, 0, 0, 'Hard.', 0, 1, true, 'hard-to-say')`,
    [session.id],
  );
  await enqueue(em, 'finalise-session', { sessionId: session.id });
  const heard = { sessionId: session.id, version: session.artifacts?.epoch ?? 0 };
  await judgeSentence(em, { ...heard, reviewerId: speaker.id, sequence: 0, verdict: 'good', note: null });
  const decision = { ...heard, decision: 'accepted', reason: null } as const;
  // Two are wanted, so that it stays in the queue.
  await judgeRecording(em, { id: speaker.id, delegated: false }, decision, { reviewersPerRecording: 2 });
  const creator = { id: speaker.id, delegated: false };
  await createInvite(em, creator, { maxUses: 1, expiresAt: null, note: null });
}

let counted = 0;
const connection = server.database.orm.em.getConnection();
const execute = connection.execute.bind(connection);
connection.execute = ((...args: Parameters<typeof execute>) => {
  counted += 1;
  return execute(...args);
}) as typeof connection.execute;

async function statements(list: string, first: number, selection: string): Promise<number> {
  const before = counted;
  const data = await client.data<Record<string, { edges: unknown[] }>>(
    `{ ${list}(first: ${first}) { edges { node { ${selection} } } } }`,
  );
  const entries = data[list]?.edges.length;
  if (entries !== first) throw new Error(`Only ${entries ?? 0} ${list}: make more of them above.`);
  return counted - before;
}

describe.each(lists)('$list with $selection', ({ list, selection }) => {
  it('asks the database as often for 50 entries as for 5', async () => {
    const few = await statements(list, 5, selection);
    expect(few).toBeGreaterThan(0);
    expect(await statements(list, 50, selection)).toBe(few);
  });
});

it('asks the database as often for the own figures of somebody with many recordings as with none', async () => {
  const ask = async (user: typeof admin) => {
    const before = counted;
    await server.as(user).data('{ myStats { rank streakDays recentDays { day } goal { minutes } } }');
    return counted - before;
  };
  const reader = await aUser(em, { group: 'admin' });
  const without = await ask(reader);
  for (let n = 0; n < 12; n += 1) await aCountedSession(em, reader, { durationSeconds: 60, daysAgo: n });
  expect(await ask(reader)).toBeLessThanOrEqual(without);
});
