import { aText, aUser } from '@crowd-recital/core/test/factories.js';
import { describe, expect, it } from 'vitest';
import { testServer } from '../../test/server.js';

const server = await testServer();
const em = server.database.em();
const admin = await aUser(em, { group: 'admin', name: 'Ada' });
const owner = await aUser(em, { name: 'Sarah' });
const client = server.as(admin);
const text = await aText(em, owner, { title: 'The harbour at dawn' });
await aText(em, admin, { title: 'Another', sourceKind: 'wiki-article', language: 'yi', text: 'שלום לכולם.' });

async function titles(filter: string): Promise<string[]> {
  const { texts } = await client.data<{ texts: { edges: { node: { title: string } }[] } }>(
    `{ texts(filter: { ${filter} }) { edges { node { title } } } }`,
  );
  return texts.edges.map(({ node }) => node.title).sort();
}

describe('texts', () => {
  it.each([
    ['search: "HARBOUR AT"', ['The harbour at dawn']],
    ['language: YI', ['Another']],
    ['sourceKinds: [WIKI_ARTICLE, FILE_UPLOAD]', ['Another']],
    [`ownerId: "${owner.id}"`, ['The harbour at dawn']],
    ['ownerId: "nonsense"', []],
    ['public: true', []],
    ['archived: true', []],
    ['public: false, archived: false', ['Another', 'The harbour at dawn']],
  ])('that meet %s', async (filter, expected) => {
    expect(await titles(filter)).toEqual(expected);
  });

  it('are published, corrected and archived', async () => {
    const call = async (mutation: string) =>
      (
        await client.data(
          `mutation ($id: ID!) { done: ${mutation} { title language public archivedAt owner { name } } }`,
          { id: text.id },
        )
      ).done;
    expect(await call('publishText(id: $id)')).toMatchObject({ public: true, owner: { name: 'Sarah' } });
    expect(await titles('public: true')).toEqual(['The harbour at dawn']);
    expect(await call('unpublishText(id: $id)')).toMatchObject({ public: false });
    expect(await call('updateText(id: $id, input: { title: "Dawn", language: HE })')).toMatchObject({
      title: 'Dawn',
      language: 'HE',
    });
    const archived = (await call('archiveText(id: $id)')) as { archivedAt: string };
    expect(Date.parse(archived.archivedAt)).toBeGreaterThan(Date.now() - 60_000);
    expect(await titles('archived: true')).toEqual(['Dawn']);
    expect(await titles('search: "Dawn"')).toEqual([]);
    expect(await call('archiveText(id: $id, archived: false)')).toMatchObject({ archivedAt: null });
  });

  it('do not tell a speaker whose they are, unless they are the own', async () => {
    const open = await aText(em, admin, { public: true });
    const query = 'query ($id: ID!) { text(id: $id) { owner { name } } }';
    const asked = (id: string) => server.as(owner).data(query, { id });
    expect(await asked(open.id)).toEqual({ text: { owner: null } });
    expect(await asked(text.id)).toEqual({ text: { owner: { name: 'Sarah' } } });
  });

  it('get new words, unless somebody was faster', async () => {
    const edit = (expectedRevision: number) =>
      client.query(
        'mutation ($id: ID!, $expectedRevision: Int!) { editText(id: $id, expectedRevision: $expectedRevision, paragraphs: [["One.", "Two."], ["Three."]]) { currentRevision { number sentenceCount paragraphs } } }',
        { id: text.id, expectedRevision },
      );
    expect((await edit(1)).data).toEqual({
      editText: {
        currentRevision: { number: 2, sentenceCount: 3, paragraphs: [['One.', 'Two.'], ['Three.']] },
      },
    });
    expect(await edit(1)).toMatchObject({
      code: 'CONFLICT',
      errors: [{ extensions: { currentRevision: 2 } }],
    });
  });
});
