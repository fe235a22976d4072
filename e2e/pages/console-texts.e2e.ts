import type { Browser, Page } from 'playwright-core';
import { makeBusy } from '@crowd-recital/core/test/busy-site.js';
import { startWikiServer, type WikiServer } from '@crowd-recital/core/test/wiki-server.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from '../harness/axe.js';
import { openProfile, startQuietBrowser } from '../harness/browser.js';
import { admin, enterAs } from '../harness/people.js';
import { startSystem, type System } from '../harness/system.js';
import { wordsOf } from '../harness/words.js';

/** Texts of a busy site; imports run, and nothing else does. */
let system: System;
let browser: Browser;
let wiki: WikiServer;

beforeAll(async () => {
  wiki = await startWikiServer({
    'en.wikipedia.org/Harbor': { title: 'Harbor', html: '<p>A harbor is a port. Ships rest there.</p>' },
  });
  system = await startSystem({ JOB_SESSION_FINALIZATION_DISABLED: 'true', WIKI_MIRROR_URL: wiki.url });
  await makeBusy(system.environment.DB_CONNECTION_STR ?? '');
  browser = await startQuietBrowser();
});

afterAll(async () => {
  await browser?.close();
  await system?.stop();
  await wiki?.close();
});

async function openConsole(address: string, language: 'en' | 'he' | 'yi' = 'en'): Promise<Page> {
  const context = await openProfile(browser, system.url, { language });
  await enterAs(context, admin);
  const page = await context.newPage();
  await page.goto(`/admin${address}`);
  return page;
}

const words = wordsOf('web-admin', 'en');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const rowsOfList = (page: Page) => page.locator('tbody a[data-row]');

describe('an operator', () => {
  test('takes in many at once, sees why some are refused, and tries again', async () => {
    const page = await openConsole('/texts');
    await page.getByRole('link', { name: words('textImport.title') }).click();
    wiki.fault = 'down';
    await page
      .getByRole('textbox', { name: words('textImport.links') })
      .fill('https://en.wikipedia.org/wiki/Harbor\nhttps://example.org/a');
    await page.getByLabel(words('textImport.files')).setInputFiles([
      { name: 'tale.txt', mimeType: 'text/plain', buffer: Buffer.from('Once upon a time. It ended well.') },
      { name: 'broken.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no PDF at all') },
    ]);
    await page.getByText(words('language.en'), { exact: true }).click();
    await button(page, 'Import 4').click();
    const item = (name: string) => page.getByRole('listitem').filter({ hasText: name }).first();
    const tale = await item('tale.txt').getByRole('link', { name: 'tale' }).getAttribute('href');
    await item('broken.pdf').getByText(words('textImport.reason.BROKEN_FILE')).waitFor();
    await item('example.org').getByText(words('textImport.reason.WRONG_HOST')).waitFor();
    await item('wiki/Harbor').getByText(words('textImport.reason.WIKI_UNAVAILABLE')).waitFor();
    wiki.fault = undefined;
    await button(page, words('textImport.retry')).click();
    await item('wiki/Harbor').getByRole('link', { name: 'Harbor' }).waitFor();
    // What came of it is there after a reload as well, and what was refused at once too.
    await page.reload();
    await item('example.org').getByText(words('textImport.reason.WRONG_HOST')).waitFor();
    // Without the address of that report, by somebody else, in another browser: the server knows what failed and why.
    const later = await openConsole('/texts/import');
    await later.getByRole('group').getByText(words('textImport.show.failed'), { exact: true }).click();
    const broken = later.getByRole('listitem').filter({ hasText: 'broken.pdf' }).first();
    await broken.getByText(words('textImport.reason.BROKEN_FILE')).waitFor();
    await broken.getByRole('link', { name: words('textImport.toReport') }).click();
    await later.getByRole('link', { name: 'tale' }).waitFor();
    await later.context().close();
    await item('wiki/Harbor').getByRole('link', { name: 'Harbor' }).click();
    await page.getByRole('heading', { level: 2, name: 'Harbor' }).waitFor();

    // The sentences of one text never come under another one's title, though both are at their first revision.
    await button(page, words('texts.editSentences')).click();
    await button(page, 'Ships rest there.').waitFor();
    await page.evaluate((address) => {
      history.pushState(null, '', address);
      dispatchEvent(new PopStateEvent('popstate', { state: null }));
    }, `${tale}/sentences`);
    await button(page, 'Once upon a time.').waitFor();
    expect(await button(page, 'Ships rest there.').count()).toBe(0);
  });

  test('corrects, splits, joins and takes out sentences, steps back, and saves', async () => {
    const page = await openConsole('/texts?q=lighthouse keeper 14');
    await rowsOfList(page).first().click();
    await button(page, words('texts.editSentences')).click();
    const sentence = (text: string) => button(page, text);
    await sentence('Nobody hurries here.').click();
    await button(page, words('sentences.remove')).click();
    const field = page.getByRole('textbox', { name: words('sentences.sentence') });
    await sentence('The harbour wakes early.').click();
    await field.fill('The harbor wakes early.');
    await button(page, words('sentences.join')).click();
    await sentence('The harbor wakes early. Nets are spread on the quay.').waitFor();
    await button(page, words('notice.undo')).click();
    await sentence('Nets are spread on the quay.').click();
    await field.fill('Nets dry on the quay.');
    // What was typed is taken when another one is opened.
    await sentence('The harbour wakes early.').click();
    await sentence('Nets dry on the quay.').press('Enter');
    await field.press('Home');
    for (let step = 0; step < 4; step += 1) await field.press('ArrowRight');
    await button(page, words('sentences.split')).click();
    await sentence('dry on the quay.').waitFor();
    await page.getByRole('link', { name: words('sentences.toText') }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('editing.stay') })
      .click();
    await button(page, words('sentences.save')).click();
    await page.getByText('Saved as revision 2.').waitFor();
    await button(page, 'Back to revision 1').click();
    await page.getByText('Revision 3 has the words of revision 1 again.').waitFor();
    await sentence('Nobody hurries here.').waitFor();
    await button(page, words('notice.undo')).click();
    await button(page, words('sentences.save')).click();
    await page.getByText('Saved as revision 4.').waitFor();
    await page.reload();
    await sentence('Nets').waitFor();
    expect(await sentence('Nobody hurries here.').count()).toBe(0);
  });

  test('publishes, archives and deletes a text, and takes back what can be', async () => {
    const page = await openConsole('/texts?state=private&language=en');
    const title = await rowsOfList(page).first().textContent();
    await rowsOfList(page).first().click();
    await button(page, words('texts.publish')).click();
    await button(page, words('texts.unpublish')).waitFor();
    await button(page, words('notice.undo')).click();
    await button(page, words('texts.publish')).waitFor();
    await button(page, words('texts.archive')).click();
    await button(page, words('texts.restore')).waitFor();
    await button(page, words('texts.delete')).click();
    const question = page.getByRole('dialog');
    await question.getByRole('textbox').fill(title?.trim() ?? '');
    await question.getByRole('button', { name: words('texts.deleteForGood') }).click();
    await page.getByText(`“${title?.trim() ?? ''}” is deleted.`).waitFor();
    await question.waitFor({ state: 'hidden' });
  });

  test('publishes many texts at once, and takes it back', async () => {
    const page = await openConsole('/texts?state=private&language=he');
    await rowsOfList(page).nth(1).waitFor();
    const count = await rowsOfList(page).count();
    await page.getByRole('checkbox', { name: words('list.selectAll') }).click();
    await button(page, `${words('texts.publish')} (${count})`).click();
    await page.getByRole('heading', { name: words('texts.empty.noMatch.title') }).waitFor();
    await button(page, words('notice.undo')).click();
    await rowsOfList(page)
      .nth(count - 1)
      .waitFor();
  });

  test('goes by keyboard from what speakers left out to the sentence itself', async () => {
    const page = await openConsole('/overview');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await rowsOfList(page).nth(3).waitFor();
    await page.goto('/admin/texts/reported?reason=hard');
    await rowsOfList(page).nth(3).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: words('reported.toSentence') }).press('Enter');
    await page.getByRole('textbox', { name: words('sentences.sentence') }).waitFor();
  });
});

describe.each(['en', 'he', 'yi'] as const)('in %s', (language) => {
  test('nothing keeps anybody out', async () => {
    const page = await openConsole('/texts', language);
    for (const screen of ['/texts', '/texts/import', '/texts/reported'] as const) {
      await page.goto(`/admin${screen}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      if (screen !== '/texts/import') {
        await rowsOfList(page).nth(4).click();
        await page.locator('section[tabindex="-1"] h2').first().waitFor();
      }
      expect(await violationsOn(page, language), screen).toEqual([]);
    }
    await page.getByRole('link', { name: wordsOf('web-admin', language)('reported.toSentence') }).click();
    await page.getByRole('textbox').waitFor();
    expect(await violationsOn(page, language), 'sentences').toEqual([]);
    await page.context().close();
  });
});
