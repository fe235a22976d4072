import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeBusy } from '@crowd-recital/core/test/busy-site.js';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openProfile, startQuietBrowser, type Visitor } from '../harness/browser.js';
import { violationsOn } from '../harness/axe.js';
import { admin, enterAs, speaker } from '../harness/people.js';
import { reciteVoice, type Recited } from '../harness/recite.js';
import { startSystem, type System } from '../harness/system.js';
import { wordsOf } from '../harness/words.js';

/** Two recordings that can be heard, among those of a busy site. */
let system: System;
let browser: Browser;
let database: pg.Client;
let first: Recited;
let second: Recited;
/** The queue of the one speaker whose recordings can be heard. */
let queue: string;

beforeAll(async () => {
  system = await startSystem();
  browser = await startQuietBrowser();
  first = await reciteVoice(system, speaker, 'Ask not');
  second = await reciteVoice(system, speaker, 'Ask again');
  const connectionString = system.environment.DB_CONNECTION_STR ?? '';
  await makeBusy(connectionString);
  database = new pg.Client({ connectionString });
  await database.connect();
  const { rows } = await database.query<{ id: string }>('select id from users where email = $1', [speaker]);
  queue = `/admin/review?person=${rows[0]?.id ?? ''}`;
});

afterAll(async () => {
  await database.end();
  await browser.close();
  await system.stop();
});

async function pageOf(email: string, visitor: Visitor = { language: 'en' }): Promise<Page> {
  const context = await openProfile(browser, system.url, visitor);
  await enterAs(context, email);
  return context.newPage();
}

const words = wordsOf('web-admin', 'en');

test('a recording that failed for good is tried again, and is ready', async () => {
  await database.query(
    `update recital_sessions set status = 'ended', artifacts = null, duration_seconds = null, finalised_version = 0,
       attention = 'finalisation-failed', attention_version = content_version,
       last_error = 'The disk was full.', attempts = 8 where id = $1`,
    [first.sessionId],
  );
  const page = await pageOf(admin);
  await page.goto('/admin/recordings?why=finalisation-failed');
  const list = page.getByRole('table', { name: words('recordings.title') });
  await list.getByRole('row').filter({ hasText: 'Ask not' }).getByRole('link').click();
  const pane = page.getByRole('region', { name: words('list.detail') });
  await pane.getByText(words('recordings.life.title')).click();
  await pane.getByText('The disk was full.').waitFor();
  await pane.getByRole('button', { name: words('recordings.act.retry.act') }).click();
  await pane.getByText(words('recordings.state.ready'), { exact: true }).waitFor();
  expect(await page.getByText('The disk was full.').count()).toBe(0);
});

test('a recording is heard, accepted, taken back, and its files are fetched', async () => {
  const page = await pageOf(admin);
  await page.goto(`/admin/recordings/${first.sessionId}`);
  const pane = page.getByRole('region', { name: words('list.detail') });
  await pane.getByRole('button', { name: words('review.decide.ACCEPTED') }).click();
  const outcome = pane
    .getByRole('heading', { name: words('review.title') })
    .getByText(words('review.outcome.ACCEPTED'));
  await outcome.waitFor();
  await page.getByRole('button', { name: words('notice.undo') }).click();
  await outcome.waitFor({ state: 'detached' });
  await pane.getByText(words('recordings.files.title')).click();
  const download = page.waitForEvent('download');
  await pane.getByRole('link', { name: words('recordings.files.all') }).click();
  const zip = await readFile(await (await download).path());
  expect(zip.includes(await readFile(join(first.folder, 'light.audio.mp3')))).toBe(true);
});

test('the whole queue is reviewed by the keyboard alone, and its speaker sees what came of it', async () => {
  const page = await pageOf(admin);
  await page.goto(queue);
  const title = (name: string) => page.getByRole('heading', { name, exact: true });
  const progress = (judged: number) =>
    page.getByText(words('review.judged').replace('{judged}', String(judged)).replace('{of}', '3')).waitFor();
  await title('Ask not').waitFor();
  await progress(0);
  await page.keyboard.press('?');
  await page.getByText(words('shortcuts.wrongWords')).waitFor();
  await page.keyboard.press('Escape');

  // It plays one sentence and stops there by itself.
  await page.keyboard.press('Space');
  await page.getByText(words('player.playing'), { exact: true }).waitFor();
  await page.getByText(words('player.paused'), { exact: true }).waitFor();
  const current = page.locator('[aria-current="true"]').filter({ hasText: 'fellow Americans' });
  await current.waitFor();

  await page.keyboard.press('1');
  await page.keyboard.press('5');
  await page.keyboard.type('A dog barks.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('3');
  await progress(3);
  await page.keyboard.press('u');
  await progress(2);
  await page.keyboard.press('4');
  await progress(3);

  await page.keyboard.press('t');
  await page.keyboard.press('Enter');
  await page.getByText(words('review.sayWhat')).waitFor();
  await page.keyboard.type('Please close the window.');
  await page.keyboard.press('Enter');
  await title('Ask again').waitFor();
  // Back to the one before, and decided once more.
  await page.keyboard.press('u');
  await title('Ask not').waitFor();
  await progress(3);
  await page.keyboard.press('t');
  await page.keyboard.type('Please close the window.');
  await page.keyboard.press('Enter');
  await title('Ask again').waitFor();
  await page.keyboard.press('a');
  await page.getByRole('heading', { name: words('review.empty.noMatch.title') }).waitFor();

  const manifest = async (): Promise<{ review?: { outcome: string; sentences: object[] } }> =>
    JSON.parse(await readFile(join(first.folder, 'manifest.json'), 'utf8')) as object;
  await vi.waitFor(async () => expect((await manifest()).review?.outcome).toBe('returned'), 30_000);
  expect((await manifest()).review?.sentences).toMatchObject([
    { sequence: 0, verdict: 'good' },
    { sequence: 1, verdict: 'other', note: 'A dog barks.' },
    { sequence: 2, verdict: 'cut-off' },
  ]);

  const recorder = wordsOf('web-recorder', 'en');
  const own = await pageOf(speaker);
  await own.goto(`/recordings/${first.sessionId}`);
  await own.getByText('Please close the window.').waitFor();
  await own.getByRole('link', { name: recorder('recordings.recordAgain') }).waitFor();
  await own.goto(`/recordings/${second.sessionId}`);
  await own.getByText(recorder('recordings.explain.accepted')).waitFor();
});

describe.each(['en', 'he', 'yi'] as const)('in %s', (language) => {
  test('axe finds nothing in a recording, in the review and where a reason is asked for', async () => {
    await database.query(
      `with gone as (delete from recording_reviews returning 1)
       update recital_sessions set review_outcome = null where id in ($1, $2)`,
      [first.sessionId, second.sessionId],
    );
    const page = await pageOf(admin, { language });
    const own = wordsOf('web-admin', language);
    await page.goto(`/admin/recordings/${first.sessionId}`);
    await page.getByText(own('recordings.files.title')).click();
    await page.getByText(own('recordings.life.title')).click();
    await page.getByRole('button', { name: own('review.decide.ACCEPTED') }).waitFor();
    expect(await violationsOn(page, language)).toEqual([]);
    await page.goto(queue);
    await page.getByRole('heading', { name: 'Ask', exact: false }).first().waitFor();
    expect(await violationsOn(page, language)).toEqual([]);
    await page.keyboard.press('t');
    await page.getByRole('dialog').waitFor();
    expect(await violationsOn(page, language)).toEqual([]);
    await page.context().close();
  });
});
