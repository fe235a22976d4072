import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { TextDocument } from '@crowd-recital/core/text/text-document.entity.js';
import { TextRevision } from '@crowd-recital/core/text/text-revision.entity.js';
import { importArticle, importFile } from '@crowd-recital/core/text/import/order-import.js';
import { TextImport } from '@crowd-recital/core/text/import/text-import.entity.js';
import type { Language } from '@crowd-recital/core/text/text-document.entity.js';
import { aUser } from '@crowd-recital/core/test/factories.js';
import { startWikiServer, type WikiFault, type WikiServer } from '@crowd-recital/core/test/wiki-server.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openWorkshop, type Workshop } from '../../test/workshop.js';
import type { JobDependencies } from '../dependencies.js';
import { sweep } from '../sweep/sweep.js';
import { importText } from './import-text.js';

const documents = fileURLToPath(new URL('../../test/documents', import.meta.url));
const limits = { speakerSentences: 100_000, openImports: 100 };

let workshop: Workshop;
let speaker: User;
let wiki: WikiServer;

beforeAll(async () => {
  workshop = await openWorkshop();
  speaker = await aUser(workshop.database.em());
  wiki = await startWikiServer({
    'en.wikipedia.org/Old harbour': { title: 'Harbor', html: article },
    'en.wikipedia.org/Talk:Harbor': { title: 'Talk:Harbor', html: '<p>Is it?</p>', ns: 1 },
    'en.wikipedia.org/Empty': { title: 'Empty', html: '<table><tr><td></td></tr></table>(nothing)' },
  });
});

afterAll(() => wiki.close());
afterEach(() => {
  wiki.fault = undefined;
});

const article = `<div class="mw-parser-output"><table class="infobox"><tr><td>Depth 9 m</td></tr></table>
<p>A <b>harbor</b> (from Old English <i>herebeorg</i> (shelter)), is a <a href="/wiki/Port">port</a><sup class="reference"><a href="#cite">[1]</a></sup> for ships. It <b>shel</b>ters them.</p>
<div class="mw-heading mw-heading2"><h2 id="History">History</h2></div><p>Dr. Smith built one in 1865.</p>
<h2>Gallery</h2><ul class="gallery"><li>A picture</li></ul>
<h2>References</h2><ol class="references"><li>Smith 1865.</li></ol><h3>Web</h3><p>Nobody reads this.</p>
<h2>See also</h2><ul><li>Port</li></ul></div>`;

function owner() {
  return { id: speaker.id, group: 'speaker' } as const;
}

async function orderFile(name: string, content: Buffer, language: Language = 'en'): Promise<TextImport> {
  return importFile(workshop.database.em(), { owner: owner(), name, language, content }, limits);
}

async function orderArticle(url: string): Promise<TextImport> {
  return importArticle(workshop.database.em(), { owner: owner(), url }, limits);
}

function run(given: Partial<JobDependencies> = {}, signal?: AbortSignal) {
  const texts = { ...workshop.deps.texts, wiki: { mirrorUrl: wiki.url, timeout: 1, userAgent: 'test' } };
  return workshop.run({ texts, ...given }, signal);
}

interface TakenIn {
  readonly title: string;
  readonly paragraphs: string[][];
}

/** What became of an import, in the order of reading. */
async function textsOf({ id }: TextImport): Promise<TakenIn[]> {
  const em = workshop.database.em();
  const texts = await em.find(TextDocument, { importId: id }, { orderBy: { createdAt: 'desc' } });
  const read: TakenIn[] = [];
  for (const { id: document, title } of texts) {
    const { paragraphs } = await em.findOneOrFail(TextRevision, { document }, { populate: ['paragraphs'] });
    read.push({ title, paragraphs: paragraphs.unwrap() ?? [] });
  }
  return read;
}

async function rowOf({ id }: TextImport): Promise<TextImport> {
  return workshop.database.em().findOneOrFail(TextImport, id, { populate: ['content'] });
}

async function taken(order: TextImport): Promise<TakenIn[]> {
  expect(await importText({ importId: order.id }, run())).toBe('done');
  const row = await rowOf(order);
  expect(row).toMatchObject({ state: 'done', progress: 100, refusal: null });
  expect(row.content?.unwrap()).toBeNull();
  return textsOf(order);
}

const library = [
  ['The smallest library'],
  [
    'On Mill Lane there is a library no larger than a cupboard.',
    'Dr. Smith opened it on 5 May 1999 with $3.50 in her pocket.',
  ],
  ['Who borrows these?" asked Mr. J. R. Jones.', 'Nobody knew.'],
  ['It has 1,204 books, i.e. more than the school.', 'Wait… is that true?'],
];

const harbour = [
  'הנמל הישן',
  'בְּרֵאשִׁית הָיָה הַנָּמֵל קָטָן.',
  'בשנת 1865 נבנה בו מזח באורך 120 מטרים, והוא נקרא על שם Sir Moses Montefiore.',
  'צה"ל הוקם רק ב-1948, אבל ד"ר כהן כתב על המקום כבר קודם.',
  '"לאן אתם מפליגים?" שאל השומר.',
  '"לקפריסין, לרודוס וכו\'," ענו הדייגים.',
  'השוק',
  'דגים טריים',
  'רשתות של פשתן',
  'הסכום היה 1,234.56 ש"ח, כלומר 15% יותר מאשר ב-5.3.1999.',
  'כך נכתב ב-Times של לונדון.',
];

const village = [
  'דאָס שטעטל',
  'אין יאָר 1897 האָבן אין שטעטל געוווינט 2,345 ייִדן.',
  'ד"ר ווײַנרײַך האָט וועגן דעם געשריבן אין אַ בוך.',
  '„ווער איז דאָ?“ האָט די באָבע געפֿרעגט.',
  'קיינער האָט נישט געענטפֿערט, נאָר דער ווינט האָט געפֿײַפֿט אין קוימען.',
  'דער מאַרק',
  'מען האָט פֿאַרקויפֿט פֿיש, ברויט אאַז"וו.',
  'דער פּרײַז איז געווען 3.50 רובל, און אַזוי איז עס געבליבן ביז YIVO האָט דאָס פֿאַרשריבן.',
];

/** Programs turn straight quotation marks into round ones, and order points as they like. */
function plain(sentence: string): string {
  return sentence.normalize('NFC').replace(/[“”„]/gu, '"').replace(/[‘’]/gu, "'");
}

describe('a file of a real program', () => {
  const files: [string, Language, string[]][] = [
    ['harbour.he.docx', 'he', harbour],
    ['harbour.he.md', 'he', harbour],
    ['harbour.he.pdf', 'he', harbour],
    ['village.yi.libreoffice.docx', 'yi', village],
    ['village.yi.pdf', 'yi', village],
  ];

  it.each(files)('%s is read in the order of its words', async (name, language, sentences) => {
    const content = await readFile(path.join(documents, name));
    const [text] = await taken(await orderFile(name, content, language));
    const read = (text?.paragraphs ?? []).flat().map(plain);
    // What is no table to the eye alone: a PDF does not say that it is one.
    expect(sentences.map(plain).filter((sentence) => !read.some((each) => each.endsWith(sentence)))).toEqual(
      [],
    );
    if (name.endsWith('pdf')) return;
    expect(read).toEqual(sentences.map(plain));
    expect(text?.title).toBe(sentences[0]);
  });

  it.each(['docx', 'epub', 'html', 'md', 'pdf'])('library.en.%s', async (ending) => {
    const content = await readFile(path.join(documents, `library.en.${ending}`));
    const [text] = await taken(await orderFile(`library.en.${ending}`, content));
    const read = (text?.paragraphs ?? []).flat().map(plain);
    for (const sentence of library.flat()) {
      expect(read.some((each) => each.endsWith(plain(sentence)))).toBe(true);
    }
    expect(read.join(' ')).not.toMatch(/wardrobe|aloud|Nor this|1\s*$/);
    if (ending !== 'pdf') expect(read.join(' ')).not.toMatch(/Emma|and this block|footnote/);
    expect(text?.title).toBe('The smallest library');
  });

  it.each(['windows-1255', 'utf-16'])('text in %s', async (encoding) => {
    const content = await readFile(path.join(documents, `harbour.he.${encoding}.txt`));
    const [text] = await taken(await orderFile('הנמל.txt', content, 'he'));
    expect(text).toEqual({
      title: 'הנמל',
      paragraphs: [['הנמל הישן'], ['בשנת 1865 נבנה בו מזח באורך 120 מטרים.', harbour[3]]],
    });
  });

  it('becomes several texts when it is a book', async () => {
    const lines = Array.from({ length: 5_000 }, (_, index) => `This is the line by the number ${index}.`);
    const texts = await taken(await orderFile('book.txt', Buffer.from(lines.join('\n'))));
    expect(texts.map(({ title }) => title)).toEqual(['book (1/3)', 'book (2/3)', 'book (3/3)']);
    expect(texts.flatMap(({ paragraphs }) => paragraphs.flat())).toEqual(lines);
  });
});

describe('an article', () => {
  it('is fetched by the API of its wiki, under its real name, without its apparatus', async () => {
    const [text] = await taken(await orderArticle('https://en.m.wikipedia.org/wiki/Old_harbour?x=1#History'));
    expect(text).toEqual({
      title: 'Harbor',
      paragraphs: [
        ['A harbor, is a port for ships.', 'It shelters them.'],
        ['History'],
        ['Dr. Smith built one in 1865.'],
      ],
    });
    expect(wiki.asked.at(-1)).toContain('en.wikipedia.org?');
  });

  const faults: [WikiFault][] = [['down'], ['silent'], ['html'], ['redirect']];

  it.each(faults)('is refused with a reason while the wiki is %s', async (fault) => {
    wiki.fault = fault;
    const order = await orderArticle('https://en.wikipedia.org/wiki/Old_harbour');
    expect(await importText({ importId: order.id }, run())).toBe('refused');
    expect(await rowOf(order)).toMatchObject({ state: 'failed', refusal: 'wiki-unavailable' });
  });

  it.each([
    ['Nowhere', 'article-not-found'],
    ['Talk:Harbor', 'not-an-article'],
    ['Empty', 'nothing-to-read'],
  ])('%s is refused as %s', async (name, refusal) => {
    const order = await orderArticle(`https://en.wikipedia.org/wiki/${name}`);
    expect(await importText({ importId: order.id }, run())).toBe('refused');
    expect(await rowOf(order)).toMatchObject({ state: 'failed', refusal });
    expect(await textsOf(order)).toEqual([]);
  });
});

describe('a worker that goes away', () => {
  it('loses nothing: the sweep finds what it was at, and another one goes on', async () => {
    const order = await orderFile('a.txt', Buffer.from('One. Two.'));
    const em = workshop.database.em();
    await em.execute('delete from agenda.agenda_jobs');
    await em.execute(
      `update text_imports set state = 'running', epoch = 1, attempts = 1, hinted_at = now() - interval '1 hour',
         lease_until = now() - interval '1 second' where id = ?`,
      [order.id],
    );
    await sweep({}, workshop.run());
    const hints = await em.execute<{ importId: string }[]>(
      `select data->>'importId' as "importId" from agenda.agenda_jobs where name = 'import-text'`,
    );
    expect(hints).toContainEqual({ importId: order.id });
    expect(await taken(order)).toHaveLength(1);
    expect(await importText({ importId: order.id }, run())).toBe('nothing-to-do');
    expect(await textsOf(order)).toHaveLength(1);
  });

  it('is not helped while its claim holds, and stores nothing once another one has it', async () => {
    const order = await orderFile('a.txt', Buffer.from('One. Two.'));
    const em = workshop.database.em();
    await em.execute(`update text_imports set lease_until = now() + interval '1 minute' where id = ?`, [
      order.id,
    ]);
    expect(await importText({ importId: order.id }, run())).toBe('nothing-to-do');
    await em.execute('update text_imports set lease_until = null where id = ?', [order.id]);
    const working = importText({ importId: order.id }, run());
    await expect.poll(() => rowOf(order).then(({ state }) => state), { timeout: 60_000 }).toBe('running');
    await em.execute('update text_imports set epoch = epoch + 1, lease_until = null where id = ?', [
      order.id,
    ]);
    expect(await working).toBe('nothing-to-do');
    expect(await textsOf(order)).toEqual([]);
  });

  it('gives its claim back when its process stops', async () => {
    const order = await orderFile('a.txt', Buffer.from('One. Two.'));
    const stop = new AbortController();
    stop.abort(new Error('This process stops.'));
    await expect(importText({ importId: order.id }, run({}, stop.signal))).rejects.toThrow('stops');
    expect(await rowOf(order)).toMatchObject({ state: 'queued', leaseUntil: null });
    expect(await taken(order)).toHaveLength(1);
  });

  it('again and again by the same file is given up after four attempts', async () => {
    const order = await orderFile('a.txt', Buffer.from('One. Two.'));
    const em = workshop.database.em();
    await em.execute('update text_imports set attempts = 4 where id = ?', [order.id]);
    expect(await importText({ importId: order.id }, run())).toBe('nothing-to-do');
    expect(await rowOf(order)).toMatchObject({ state: 'failed', refusal: 'failed' });
  });

  it('forgets imports that ended long ago, and keeps their texts', async () => {
    const order = await orderFile('a.txt', Buffer.from('One. Two.'));
    await taken(order);
    const em = workshop.database.em();
    await em.execute(`update text_imports set finished_at = now() - interval '31 days' where id = ?`, [
      order.id,
    ]);
    await sweep({}, workshop.run());
    expect(await em.count(TextImport, { id: order.id })).toBe(0);
    expect(await textsOf(order)).toHaveLength(1);
  });
});

it('refuses what the speaker has no room for', async () => {
  const order = await orderFile('a.txt', Buffer.from('One. Two.'));
  const texts = { ...workshop.deps.texts, speakerSentences: 0 };
  expect(await importText({ importId: order.id }, workshop.run({ texts }))).toBe('refused');
  expect(await rowOf(order)).toMatchObject({ state: 'failed', refusal: 'no-room' });
});
