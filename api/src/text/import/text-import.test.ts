import { randomUUID } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { TextDocument } from '@crowd-recital/core/text/text-document.entity.js';
import { importArticles } from '@crowd-recital/core/text/import/order-import.js';
import { TextImport } from '@crowd-recital/core/text/import/text-import.entity.js';
import { aText, aUser } from '@crowd-recital/core/test/factories.js';
import { describe, expect, it } from 'vitest';
import { testServer } from '../../../test/server.js';

const server = await testServer({
  environment: { MAX_OPEN_IMPORTS: '3', MAX_SPEAKER_SENTENCES: '100', MAX_SEGMENT_BYTES: '300000' },
});
const em = server.database.em();

async function fromWiki(user: Awaited<ReturnType<typeof aUser>>, input: Record<string, unknown>) {
  return server
    .as(user)
    .query<{ createTextFromWiki?: { id: string } }>(
      'mutation ($input: WikiTextInput!) { createTextFromWiki(input: $input) { id state language texts { id } } }',
      { input },
    );
}

async function content(id: unknown): Promise<Buffer | null | undefined> {
  const row = await server.database.em().findOneOrFail(TextImport, String(id), { populate: ['content'] });
  return row.content?.unwrap() as Buffer | null | undefined;
}

describe('a file', () => {
  it('is kept byte by byte and queued', async () => {
    const speaker = await aUser(em);
    const bytes = Buffer.from('בשנת 1865 נבנה מזח.');
    const input = { language: 'HE', title: 'נמל', batch: randomUUID() };
    const { data, errors } = await server.as(speaker).sendFile('C:\\ספרים\\נמל.TXT', bytes, input);
    expect(errors).toEqual([]);
    expect(data?.createTextFromFile).toMatchObject({
      state: 'QUEUED',
      progress: 0,
      source: 'נמל.TXT',
      language: 'HE',
    });
    expect(await content(data?.createTextFromFile.id)).toEqual(bytes);
    const [job] = await em.execute<{ count: number }[]>(
      `select count(*)::int from agenda.agenda_jobs where name = 'import-text' and data->>'importId' = ?`,
      [data?.createTextFromFile.id],
    );
    expect(job?.count).toBe(1);
  });

  it('may be as large as 10 MB, whatever a segment of audio may have', async () => {
    const speaker = await aUser(em);
    const bytes = Buffer.alloc(10 * 1_024 * 1_024, 'All work and no play. ');
    const { data } = await server.as(speaker).sendFile('book.txt', bytes, { language: 'EN' });
    expect((await content(data?.createTextFromFile.id))?.equals(bytes)).toBe(true);
    const larger = Buffer.concat([bytes, Buffer.from('.')]);
    const refused = await server.as(speaker).sendFile('book.txt', larger, { language: 'EN' });
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', reason: 'TOO_LARGE' });
    expect(await em.count(TextImport, { owner: speaker.id })).toBe(1);
  });

  it('never holds the server up: finding the sentences of a 10 MB book here would take many seconds', async () => {
    const speaker = await aUser(em);
    const bytes = Buffer.alloc(10 * 1_024 * 1_024, 'All work and no play. ');
    const delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
    const { errors } = await server.as(speaker).sendFile('book.txt', bytes, { language: 'EN' });
    delay.disable();
    expect(errors).toEqual([]);
    expect(delay.max / 1e9).toBeLessThan(2);
  });

  it.each([
    ['of a kind that cannot be read', 'old.doc', 'One.', 'UNSUPPORTED_MEDIA_TYPE', 'UNSUPPORTED_FORMAT'],
    ['without an ending', 'README', 'One.', 'UNSUPPORTED_MEDIA_TYPE', 'UNSUPPORTED_FORMAT'],
    ['that is empty', 'empty.txt', '', 'BAD_USER_INPUT', 'NOTHING_TO_READ'],
  ])('%s is refused at once', async (_what, name, text, code, reason) => {
    const speaker = await aUser(em);
    const answer = await server.as(speaker).sendFile(name, Buffer.from(text), { language: 'EN' });
    expect(answer.errors[0]?.extensions).toMatchObject({ code, reason, field: 'file' });
    expect(await em.count(TextImport, { owner: speaker.id })).toBe(0);
  });

  it('is refused of a speaker who publishes, and taken in of an admin who did not sign', async () => {
    const input = { language: 'EN', public: true };
    const speaker = await server.as(await aUser(em)).sendFile('a.txt', Buffer.from('One.'), input);
    expect(speaker.code).toBe('FORBIDDEN');
    const admin = await aUser(em, { group: 'admin', signed: false });
    expect((await server.as(admin).sendFile('a.txt', Buffer.from('One.'), input)).errors).toEqual([]);
  });
});

describe('an article', () => {
  it('is queued in the language of its wiki', async () => {
    const speaker = await aUser(em);
    const { data } = await fromWiki(speaker, { url: 'https://yi.m.wikipedia.org/wiki/ווילנע' });
    expect(data?.createTextFromWiki).toMatchObject({ state: 'QUEUED', language: 'YI', texts: [] });
  });

  it.each([
    ['https://example.org/wiki/A', 'WRONG_HOST'],
    ['https://fr.wikipedia.org/wiki/A', 'UNSUPPORTED_LANGUAGE'],
    ['nonsense', 'NOT_A_LINK'],
    ['https://en.wikipedia.org/wiki/', 'NOT_AN_ARTICLE'],
  ])('%s is refused at once', async (url, reason) => {
    const { errors } = await fromWiki(await aUser(em), { url });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'url', reason });
    expect(errors[0]?.message).toMatch(/\.$/);
  });

  it('is refused of a speaker of whom too many wait, and of one who has no room', async () => {
    const speaker = await aUser(em);
    const url = 'https://en.wikipedia.org/wiki/Harbor';
    for (let n = 0; n < 3; n += 1) expect((await fromWiki(speaker, { url })).errors).toEqual([]);
    expect((await fromWiki(speaker, { url })).errors[0]?.extensions).toMatchObject({
      code: 'RATE_LIMITED',
      reason: 'TOO_MANY_IMPORTS',
      retryAfterSeconds: expect.any(Number) as number,
    });
    // Also of one who sends more at once than there is room for.
    const two = { owner: { id: speaker.id, group: 'speaker' }, urls: [url, url] } as const;
    const ofFour = importArticles(em.fork(), two, { speakerSentences: 1_000, openImports: 4 });
    await expect(ofFour).rejects.toMatchObject({ refusal: 'too-many-imports' });
    const ofFive = await importArticles(em.fork(), two, { speakerSentences: 1_000, openImports: 5 });
    expect(ofFive).toHaveLength(2);
    const hoarder = await aUser(em);
    await aText(em, hoarder, { text: 'One more.\n'.repeat(100) });
    expect((await fromWiki(hoarder, { url })).errors[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      reason: 'NO_ROOM',
    });
    const pasted = await server
      .as(hoarder)
      .query('mutation { createTextFromPlainText(input: { language: EN, text: "One." }) { id } }');
    expect(pasted.errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'NO_ROOM' });
  });
});

describe('what became of it', () => {
  it('is told with reason, sentence and texts, also for a whole batch', async () => {
    const speaker = await aUser(em);
    const batch = randomUUID();
    const url = 'https://en.wikipedia.org/wiki/Harbor';
    const ids: string[] = [];
    for (let n = 0; n < 2; n += 1) {
      const { data } = await fromWiki(speaker, { url, batch });
      ids.push(data?.createTextFromWiki?.id ?? '');
    }
    await fromWiki(speaker, { url });
    const text = await aText(em, speaker);
    await em.nativeUpdate(TextDocument, { id: text.id }, { importId: ids[0] ?? null });
    await em.nativeUpdate(TextImport, { id: ids[0] ?? '' }, { state: 'done', progress: 100 });
    await em.nativeUpdate(
      TextImport,
      { id: ids[1] ?? '' },
      { state: 'failed', refusal: 'article-not-found' },
    );
    const data = await server
      .as(speaker)
      .data<{ textImports: { edges: { node: { id: string } }[] } }>(
        'query ($filter: TextImportFilter) { textImports(filter: $filter) { edges { node { id state reason message texts { id } } } } }',
        { filter: { batch } },
      );
    const nodes = data.textImports.edges
      .map(({ node }) => node)
      .sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
    expect(nodes).toMatchObject([
      { state: 'DONE', reason: null, message: null, texts: [{ id: text.id }] },
      {
        state: 'FAILED',
        reason: 'ARTICLE_NOT_FOUND',
        message: expect.stringMatching(/link was copied/) as string,
        texts: [],
      },
    ]);
    const wrong = await fromWiki(speaker, { url, batch: 'mine' });
    expect(wrong.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'batch' });
  });
});
