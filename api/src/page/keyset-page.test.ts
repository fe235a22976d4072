import { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { currentRevision } from '@crowd-recital/core/text/visible-texts.js';
import { receiveTextSegment } from '@crowd-recital/core/session/receive-text-segment.js';
import { aSession, aText, aUser, limits, textSegment } from '@crowd-recital/core/test/factories.js';
import { describe, expect, it } from 'vitest';
import { testServer } from '../../test/server.js';

interface Connection {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

const server = await testServer();
const em = server.database.em();
const speaker = await aUser(em, { group: 'admin', name: 'Ada' });
const client = server.as(speaker);
const { id: textRevisionId } = await currentRevision(em, await aText(em, speaker));

// 23 sessions, many made at the same millisecond, some of the same length and some unfinished.
for (let n = 0; n < 23; n += 1) {
  const { id } = await aSession(em, speaker, { textRevisionId });
  const createdAt = new Date(Date.UTC(2026, 0, 1 + Math.floor(n / 7)));
  const durationSeconds = n % 3 === 0 ? null : Math.floor(n / 4) + 0.25;
  await em.nativeUpdate(RecitalSession, { id }, { createdAt, durationSeconds });
}
for (const name of ['Berl', 'Berl', 'אסתר', 'Zelda', 'ada']) await aUser(em, { name });

async function page(list: string, args: string, as = client): Promise<Connection> {
  const data = await as.data<Record<string, Connection>>(
    `{ ${list}${args} { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }`,
  );
  const connection = data[list];
  if (connection === undefined) throw new Error(`No ${list}.`);
  return connection;
}

/** All ids, by walking through the pages in one direction. */
async function walk(list: string, rest: string, backward: boolean, as = client): Promise<string[]> {
  const ids: string[] = [];
  let cursor = '';
  for (;;) {
    const { edges, pageInfo } = await page(list, `(${backward ? 'last' : 'first'}: 4 ${cursor} ${rest})`, as);
    const found = edges.map(({ node }) => node.id);
    if (backward) ids.unshift(...found);
    else ids.push(...found);
    expect(pageInfo.startCursor).toBe(edges[0]?.cursor ?? null);
    expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null);
    expect(backward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage).toBe(cursor !== '');
    if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return ids;
    cursor = backward ? `before: "${pageInfo.startCursor ?? ''}"` : `after: "${pageInfo.endCursor ?? ''}"`;
  }
}

const orders: [string, string, string][] = [
  ['sessions', 'CREATED_AT', 'select id from recital_sessions order by created_at $, id $'],
  [
    'sessions',
    'DURATION',
    'select id from recital_sessions order by duration_seconds is null, duration_seconds $, id $',
  ],
  ['users', 'CREATED_AT', 'select id from users order by created_at $, id $'],
  ['users', 'NAME', 'select id from users order by name $, id $'],
  ['users', 'EMAIL', 'select id from users order by email $, id $'],
  ['texts', 'CREATED_AT', 'select id from text_documents order by created_at $, id $'],
  ['texts', 'TITLE', 'select id from text_documents order by title $, id $'],
  ['texts', 'LENGTH', 'select id from text_documents order by sentence_count $, id $'],
];

describe.each(orders)('%s by %s', (list, field, statement) => {
  it.each(['ASC', 'DESC'])('%s, in both directions, has every row once', async (direction) => {
    const wanted = await em.execute<{ id: string }[]>(statement.replaceAll('$', direction));
    const orderBy = `orderBy: { field: ${field}, direction: ${direction} }`;
    expect(await walk(list, orderBy, false)).toEqual(wanted.map(({ id }) => id));
    expect(await walk(list, orderBy, true)).toEqual(wanted.map(({ id }) => id));
  });
});

it('goes on at the right place when rows come and go meanwhile', async () => {
  const first = await page('users', '(first: 2, orderBy: { field: NAME, direction: ASC })');
  const gone = first.edges[1];
  await aUser(em, { name: 'Aaron' });
  await em.execute('delete from users where id = ? and id <> ?', [gone?.node.id, speaker.id]);
  const second = await page(
    'users',
    `(first: 2, after: "${gone?.cursor ?? ''}", orderBy: { field: NAME, direction: ASC })`,
  );
  const rest = await em.execute<{ id: string }[]>('select id from users order by name, id');
  const seen = [...first.edges, ...second.edges].map(({ node }) => node.id);
  expect(new Set(seen).size).toBe(4);
  expect(rest.map(({ id }) => id)).toEqual(expect.arrayContaining(second.edges.map(({ node }) => node.id)));
});

it('counts the whole list, and only what the filter leaves', async () => {
  expect((await page('sessions', '(first: 0)')).totalCount).toBe(23);
  expect((await page('sessions', '(first: 1, filter: { status: [UPLOADED] })')).totalCount).toBe(0);
  expect((await page('users', '(filter: { search: "zELd" })')).totalCount).toBe(1);
});

function cursorOf(...content: unknown[]): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

const id = '00000000-0000-0000-0000-000000000000';

describe('what cannot be a page is refused', () => {
  it.each([
    ['nonsense', 'nonsense'],
    ['nothing', ''],
    ['too much', 'A'.repeat(10_000)],
    ['JSON that is no cursor', Buffer.from('{}').toString('base64url')],
    ['a cursor of another order', cursorOf('email', 'a', id)],
    ['a value of another kind', cursorOf('createdAt', 7, id)],
    ['a time that is none', cursorOf('createdAt', 'yesterday', id)],
    ['a time beyond the database', cursorOf('createdAt', '+275760-09-13T00:00:00.000Z', id)],
    ['no time', cursorOf('createdAt', null, id)],
    ['an id that can be none', cursorOf('createdAt', '2026-01-01T00:00:00.000Z', "' or true")],
    ['an operator', cursorOf('createdAt', { $ne: null }, id)],
    ['more than a cursor has', cursorOf('createdAt', '2026-01-01T00:00:00.000Z', id, 1)],
  ])('after %s', async (_what, after) => {
    const answer = await client.query(
      'query ($after: String!) { users(after: $after) { edges { cursor } } }',
      { after },
    );
    expect(answer).toMatchObject({ code: 'BAD_USER_INPUT', errors: [{ extensions: { field: 'after' } }] });
  });

  it.each(['first: 1, last: 1', 'after: "x", last: 1', 'before: "x", first: 1', 'after: "x", before: "y"'])(
    '%s',
    async (args) => {
      expect((await client.query(`{ users(${args}) { edges { cursor } } }`)).code).toBe('BAD_USER_INPUT');
    },
  );
});

// Last: it adds texts and sessions.
it.each([
  ['ASC', false],
  ['DESC', true],
])(
  'texts by LAST_READ %s, in both directions: what the caller has read, then the rest',
  async (direction, newestFirst) => {
    const reader = await aUser(em, { group: 'admin' });
    const begun: string[] = [];
    for (const title of ['First', 'Second', 'Third']) {
      const text = await aText(em, speaker, { title });
      const session = await aSession(em, reader, { text });
      const createdAt = new Date(Date.UTC(2026, 0, 1 + Math.floor(begun.length / 2)));
      await em.nativeUpdate(RecitalSession, { id: session.id }, { createdAt });
      const segment = { ...textSegment(session, 0), skipReason: null };
      await receiveTextSegment({ em, limits, finalisationDisabled: true }, segment);
      begun.push(text.id);
    }
    // Opened, and nothing read of it.
    await aSession(em, reader, { text: await aText(em, speaker) });
    const ids = async (order: string) => (await em.execute<{ id: string }[]>(order)).map(({ id }) => id);
    const sorted = (order: string) => ids(`select id from text_documents where ${order}`);
    const quoted = begun.map((id) => `'${id}'`).join();
    const [third = ''] = begun.slice(2);
    const tied = begun.slice(0, 2).sort();
    const wanted = [
      ...(newestFirst ? [third, ...tied.reverse()] : [...tied, third]),
      ...(await sorted(`id not in (${quoted}) order by id ${direction}`)),
    ];
    const asReader = server.as(reader);
    const orderBy = `orderBy: { field: LAST_READ, direction: ${direction} }`;
    expect(await walk('texts', orderBy, false, asReader)).toEqual(wanted);
    expect(await walk('texts', orderBy, true, asReader)).toEqual(wanted);
  },
);
