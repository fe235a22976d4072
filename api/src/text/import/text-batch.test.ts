import { randomUUID } from 'node:crypto';
import { TextImport } from '@crowd-recital/core/text/import/text-import.entity.js';
import { aUser } from '@crowd-recital/core/test/factories.js';
import { expect, it } from 'vitest';
import { testServer } from '../../../test/server.js';

const server = await testServer();
const em = server.database.em();
const admin = await aUser(em, { group: 'admin' });

interface Placed {
  readonly createTextsFromWiki?: {
    readonly batch: { readonly id: string };
    readonly links: readonly { readonly import: { readonly id: string } | null }[];
  };
}

function send(input: Record<string, unknown>) {
  return server.as(admin).query<Placed>(
    `mutation ($input: WikiTextsInput!) {
      createTextsFromWiki(input: $input) {
        batch { id queued running done failed }
        links { link import { id language public } reason message }
      }
    }`,
    { input },
  );
}

const good = ['https://he.wikipedia.org/wiki/יפו', 'en.m.wikipedia.org/wiki/Harbor'];

it('takes in many links, and says of each that is none why', async () => {
  const batch = randomUUID();
  const urls = [good[0], 'https://example.org/a', good[1], 'nonsense'];
  const { data } = await send({ urls, batch, public: true });
  expect(data?.createTextsFromWiki).toMatchObject({
    batch: { id: batch, queued: 2, running: 0, done: 0, failed: 0 },
    links: [
      { link: urls[0], import: { language: 'HE', public: true }, reason: null, message: null },
      { link: urls[1], import: null, reason: 'WRONG_HOST', message: expect.stringMatching(/\.$/) as string },
      { link: urls[2], import: { language: 'EN' }, reason: null },
      { link: urls[3], import: null, reason: 'NOT_A_LINK' },
    ],
  });
  const [first] = data?.createTextsFromWiki?.links ?? [];
  const id = first?.import?.id ?? '';
  const [jobs] = await em.execute<{ count: number }[]>(
    `select count(*)::int from agenda.agenda_jobs where data->>'importId' in (select id::text from text_imports where batch = ?)`,
    [batch],
  );
  expect(jobs?.count).toBe(2);
  await em.nativeUpdate(TextImport, { id }, { state: 'failed', refusal: 'article-not-found' });
  const progress = `{ textBatch(id: "${batch}") { queued failed } }`;
  expect(await server.as(admin).data(progress)).toEqual({ textBatch: { queued: 1, failed: 1 } });
  const { textImports } = await server
    .as(admin)
    .data<{ textImports: { edges: { node: unknown }[] } }>(
      `{ textImports(filter: { batch: "${batch}" }) { edges { node { source } } } }`,
    );
  expect(textImports.edges.map(({ node }) => node)).toEqual([{ source: urls[0] }, { source: urls[2] }]);
  // A batch of somebody else is as empty as one that never was.
  const stranger = await aUser(em);
  expect(await server.as(stranger).data(progress)).toEqual({ textBatch: { queued: 0, failed: 0 } });
  expect(await server.as(stranger).data('{ textBatch(id: "mine") { queued } }')).toEqual({
    textBatch: { queued: 0 },
  });
});

it('names a batch that the client did not name, and needs no link that is good', async () => {
  const { data } = await send({ urls: ['nonsense'] });
  expect(data?.createTextsFromWiki?.batch).toMatchObject({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    queued: 0,
  });
});

it.each([
  [{ urls: [] }, 'urls'],
  [{ urls: Array.from({ length: 501 }, () => good[0]) }, 'urls'],
  [{ urls: good, batch: 'mine' }, 'batch'],
])('refuses what cannot be: %#', async (input, field) => {
  const before = await em.count(TextImport, {});
  const { errors } = await send(input);
  expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  expect(await em.count(TextImport, {})).toBe(before);
});
