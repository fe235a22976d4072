import { startWikiServer, type WikiServer } from '@crowd-recital/core/test/wiki-server.js';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsOn } from '../harness/axe.js';
import type { Visitor } from '../harness/browser.js';
import { enterAs, speaker } from '../harness/people.js';
import { untilClockShows } from '../harness/recital-times.js';
import { Recorder } from '../harness/recorder.js';
import { openStage, type Stage } from '../harness/stage.js';

let stage: Stage;
let wiki: WikiServer;

beforeAll(async () => {
  wiki = await startWikiServer({
    'en.wikipedia.org/Harbor': {
      title: 'Harbor',
      html: '<p>Ships lie here. Nets dry there. It is quiet.</p>',
    },
  });
  stage = await openStage({ WIKI_MIRROR_URL: wiki.url });
});

afterAll(async () => {
  await stage.close();
  await wiki.close();
});

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A speaker's browser, in which the pictures of Wikipedia are a dot. */
async function enter(visitor: Visitor = { language: 'en' }): Promise<BrowserContext> {
  const context = await stage.enter(visitor);
  await context.route('https://upload.wikimedia.org/**', (route) =>
    route.fulfill({ contentType: 'image/png', body: dot }),
  );
  await enterAs(context, speaker);
  return context;
}

const untilAt = (page: Page, address: RegExp) =>
  page.waitForURL((url) => address.test(url.pathname + url.search));

test('a text by link: refused in words, then taken in, begun, and gone on with on another device', async () => {
  const recorder = await Recorder.open(await enter());
  const { page, words } = recorder;
  await page.goto('/texts/new?way=link');
  const link = page.getByRole('textbox', { name: words('addText.link') });
  await link.fill('https://example.org/wiki/Harbor');
  await link.press('Enter');
  await page.getByText(words('refusal.WRONG_HOST')).waitFor();
  await link.fill('https://en.wikipedia.org/wiki/Nowhere');
  await link.press('Enter');
  await page.getByRole('alert').getByText(words('refusal.ARTICLE_NOT_FOUND')).waitFor();
  // It was left, and is found again.
  await page.reload();
  await page.getByRole('alert').getByText(words('refusal.ARTICLE_NOT_FOUND')).waitFor();
  await link.fill('https://en.wikipedia.org/wiki/Harbor');
  await link.press('Enter');
  await untilAt(page, /^\/recite\/./);
  const address = new URL(page.url()).pathname;
  await page.getByRole('heading', { name: 'Harbor' }).waitFor();

  await recorder.startRecording();
  await recorder.button('recite.next').click();
  await page.getByText(words('recite.sentenceOf').replace('{number}', '2').replace('{total}', '3')).waitFor();
  // Long enough to count as another reading, which is then left out.
  await untilClockShows(page, 5);
  await recorder.button('recite.stop').click();
  await recorder.answer('finish.saveWithoutLast');
  await page.getByText(words('recite.saved.server')).waitFor();

  const elsewhere = await Recorder.open(await enter());
  await elsewhere.page.goto('/texts?shelf=mine&order=read');
  const row = elsewhere.page.getByRole('listitem').filter({ hasText: 'Harbor' });
  await row.getByText(words('texts.progress').replace('{read}', '1').replace('{total}', '3')).waitFor();
  await row.getByText(words('texts.step.goOn')).click();
  await untilAt(elsewhere.page, new RegExp(`^${address}$`));
  await elsewhere.page
    .getByText(words('recite.sentenceOf').replace('{number}', '2').replace('{total}', '3'))
    .waitFor();
  await recorder.openFinished('Harbor');
});

test('a file is dropped or chosen; what cannot be read says what to do before it is sent', async () => {
  const { page, words } = await Recorder.open(await enter());
  await page.goto('/texts/new?way=file');
  const file = page.getByLabel(words('addText.file'), { exact: true });
  await file.setInputFiles({ name: 'old.doc', mimeType: 'application/msword', buffer: Buffer.from('x') });
  await page.getByText(words('refusal.UNSUPPORTED_FORMAT')).waitFor();
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['# Nets\n\nNets are mended. Boats come in.'], 'nets.md'));
    return transfer;
  });
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await file.dispatchEvent(type, { dataTransfer: data });
  }
  await page.getByText('nets.md').waitFor();
  await page.getByRole('button', { name: words('addText.takeIn') }).click();
  await untilAt(page, /^\/recite\/./);
  await page.goto('/texts/new');
  const lately = page.getByRole('region', { name: words('import.recent') });
  await lately.getByText('nets.md').waitFor();
  await lately.getByText(words('import.state.DONE')).first().waitFor();
});

test('what the list shows is in its address, for a reload and for Back', async () => {
  const { page, words } = await Recorder.open(await enter());
  await page.goto('/texts');
  const rows = page.getByRole('list').getByRole('link');
  await page.getByRole('link', { name: words('texts.shelves.public'), exact: true }).click();
  await page.getByRole('combobox', { name: words('texts.byLanguage'), exact: true }).selectOption('yi');
  await untilAt(page, /shelf=public&language=yi/);
  await rows.getByText('Yiddish').first().waitFor();
  await page.reload();
  await rows.getByText('Yiddish').first().waitFor();
  expect(await rows.getByText('English').count()).toBe(0);
  await page.goBack();
  await untilAt(page, /shelf=public$/);
  await rows.getByText('English').first().waitFor();
  await page.getByRole('searchbox').fill('zzzz');
  await page.getByText(words('texts.noneFound')).waitFor();
  await page.getByRole('button', { name: words('texts.clear') }).click();
  await rows.getByText('English').first().waitFor();
});

test('an owner edits, archives and deletes a text by keyboard alone; leaving asks first', async () => {
  const recorder = await Recorder.open(await enter());
  const { page, words } = recorder;
  await recorder.addText('The tide', ['One is here. Two has a typpo and more.', 'Three is last.']);
  await page.goto('/texts?shelf=mine');
  await page.getByRole('link', { name: words('texts.edit').replace('{title}', 'The tide') }).press('Enter');
  const sentences = page.getByRole('list', { name: words('editText.sentences') });
  const texts = () => sentences.getByRole('button').locator('[lang]').allTextContents();

  await sentences.getByRole('button', { name: 'Two has' }).press('Enter');
  const area = sentences.getByRole('textbox');
  await area.press('ControlOrMeta+a');
  await area.pressSequentially('Two has a typo and more.');
  for (let step = 0; step < 'and more.'.length; step += 1) await area.press('ArrowLeft');
  await recorder.button('editText.split').press('Enter');
  await expect
    .poll(texts, { timeout: 30_000 })
    .toEqual(['One is here.', 'Two has a typo', 'and more.', 'Three is last.']);
  await sentences.getByRole('button', { name: 'Three' }).press('Enter');
  await recorder.button('editText.remove').press('Enter');
  await expect.poll(texts, { timeout: 30_000 }).toEqual(['One is here.', 'Two has a typo', 'and more.']);
  await recorder.button('editText.undo').press('Enter');
  await sentences.getByRole('button', { name: 'and more' }).press('Enter');
  await recorder.button('editText.merge').press('Enter');
  await expect
    .poll(texts, { timeout: 30_000 })
    .toEqual(['One is here.', 'Two has a typo', 'and more. Three is last.']);

  await page.getByRole('link', { name: words('shell.recordings') }).press('Enter');
  const question = recorder.dialog('editing.leaveTitle');
  await recorder.button('editing.stay', question).press('Enter');
  await page.getByRole('textbox', { name: words('editText.name') }).fill('The turning tide');
  await recorder.button('editText.save').press('Enter');
  await page.getByText(words('editText.saved'), { exact: true }).waitFor();
  await page.reload();
  await expect
    .poll(texts, { timeout: 30_000 })
    .toEqual(['One is here.', 'Two has a typo', 'and more. Three is last.']);

  await recorder.button('editText.archive').press('Enter');
  await page.getByText(words('editText.isArchived')).waitFor();
  await page.goto('/texts?shelf=archive');
  await page.getByRole('link', { name: 'Edit “The turning tide”' }).press('Enter');
  await recorder.button('editText.deleteAsk').press('Enter');
  const deletion = recorder.dialog('editText.deleteTitle');
  await deletion.getByRole('textbox').pressSequentially(words('editText.deleteWord'));
  await deletion.getByRole('textbox').press('Enter');
  await untilAt(page, /^\/texts\?shelf=mine$/);
  await page.goto('/texts?shelf=archive');
  await page.getByText(words('texts.none.archive')).waitFor();
});

test('what was typed outlives a lost connection, a reload, and an edit that somebody else saved first', async () => {
  const context = await enter();
  const recorder = await Recorder.open(context);
  const { page, words } = recorder;
  const unreached = page.getByText(words('error.NETWORK'));
  await page.goto('/texts/new');
  const pasted = page.getByRole('textbox', { name: words('addText.text') });
  await pasted.fill('It rained. It stopped.');
  await context.setOffline(true);
  await recorder.button('addText.save').click();
  await unreached.waitFor();
  await context.setOffline(false);
  await page.reload();
  await expect.poll(() => pasted.inputValue(), { timeout: 30_000 }).toBe('It rained. It stopped.');
  await recorder.button('addText.save').click();
  await untilAt(page, /^\/recite\/./);
  const address = new URL(page.url()).pathname.replace('/recite/', '/texts/') + '/edit';
  await page.goto('/texts/new');
  await pasted.waitFor();
  expect(await pasted.inputValue()).toBe('');

  const open = async (tab: Page) => {
    await tab.goto(address);
    return tab.getByRole('list', { name: words('editText.sentences') });
  };
  const sentences = await open(page);
  await sentences.getByRole('button', { name: 'It rained' }).click();
  await sentences.getByRole('textbox').fill('It poured.');
  await sentences.getByRole('textbox').press('Enter');
  await page.reload();
  await page.getByText(words('editText.fromBefore')).waitFor();

  const other = await Recorder.open(context);
  const theirs = await open(other.page);
  await theirs.getByRole('button', { name: 'It stopped' }).click();
  await other.button('editText.remove').click();
  await other.button('editText.save').click();
  await other.page.getByText(words('editText.saved'), { exact: true }).waitFor();

  await context.setOffline(true);
  await recorder.button('editText.save').click();
  await unreached.waitFor();
  await context.setOffline(false);
  await recorder.button('editText.save').click();
  await page.getByText(words('editText.conflict')).waitFor();
  await recorder.button('editText.keepMine').click();
  await page.getByText(words('editText.saved'), { exact: true }).waitFor();
  await page.reload();
  await expect
    .poll(() => sentences.getByRole('button').locator('[lang]').allTextContents(), { timeout: 30_000 })
    .toEqual(['It poured.', 'It stopped.']);
});

test.each(['he', 'yi', 'en'] as const)(
  'in %s the dice suggest something, and no state hinders anybody',
  async (language) => {
    const context = await enter({ language });
    const recorder = await Recorder.open(context, language);
    const { page, words } = recorder;
    const clean = async () => expect(await violationsOn(page, language), page.url()).toEqual([]);
    await page.goto('/texts/suggest');
    await page.getByRole('img').waitFor();
    await clean();
    wiki.fault = 'down';
    await recorder.button('suggest.another').click();
    await page.getByText(words('refusal.WIKI_UNAVAILABLE')).waitFor();
    await clean();
    wiki.fault = undefined;
    await recorder.button('common.tryAgain').click();
    await page.getByRole('heading', { name: 'Harbor' }).waitFor();
    if (language === 'en') {
      await recorder.button('suggest.take').click();
      await untilAt(page, /^\/recite\/./);
    }

    for (const way of ['link', 'file'] as const) {
      await page.goto(`/texts/new?way=${way}`);
      await page.getByRole('button', { name: words('addText.takeIn') }).click();
      await page.locator('.fault').first().waitFor();
      await clean();
    }
    await page.goto('/texts?shelf=mine');
    await page.getByRole('listitem').first().waitFor();
    await clean();
    await page.getByRole('listitem').getByRole('link').nth(1).click();
    const sentences = page.getByRole('list', { name: words('editText.sentences') });
    await sentences.getByRole('button').first().click();
    await sentences.getByRole('textbox').waitFor();
    await clean();
    await recorder.button('editText.remove').click();
    await recorder.button('editText.deleteAsk').click();
    await recorder.dialog('editText.deleteTitle').waitFor();
    await clean();
  },
);
