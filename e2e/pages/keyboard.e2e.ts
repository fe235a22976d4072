import { join } from 'node:path';
import { sampleTexts } from '@crowd-recital/core/db/seed-development.js';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSpeaker, enterAs } from '../harness/people.js';
import { readTranscript } from '../harness/recording-files.js';
import { Recorder } from '../harness/recorder.js';
import { openStage, type Stage } from '../harness/stage.js';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

/** More stops than any of the pages has. */
const mostStops = 80;

/** Goes from control to control, as somebody without a mouse does, until the wanted one has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The Tab key does not lead to ${String(wanted)}.`);
}

async function activate(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
}

test('in Hebrew, from signing in to hearing the recording, with the keyboard alone', async () => {
  const hebrew = sampleTexts.find(({ language }) => language === 'he');
  const title = hebrew?.title ?? '';
  const recorder = await Recorder.open(await stage.enter({ language: 'he' }), 'he');
  const { page, words } = recorder;
  await page.goto('/');
  await activate(page, page.getByRole('button', { name: 'speaker@localhost' }));
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');

  await activate(page, page.getByRole('link', { name: title }));
  await recorder.button('recite.start').waitFor();
  await page.keyboard.press('Enter');
  await recorder.button('recite.stop').waitFor();
  const current = page.locator('[aria-current=true]');
  const [first, second, third] = await page.locator('[data-sentence]').allTextContents();
  for (const [key, next] of [
    ['Space', second],
    // Forward is where Hebrew goes.
    ['ArrowLeft', third],
  ] as const) {
    await recorder.untilPause(key === 'Space' ? 'before' : 'first');
    await page.keyboard.press(key);
    await current
      .getByText(next ?? '', { exact: true })
      .or(current.filter({ hasText: next ?? '' }))
      .first()
      .waitFor();
  }
  await recorder.untilPause('second');
  await page.keyboard.press('Enter');
  await recorder.dialog('finish.title').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(words('recite.kept')).waitFor();

  await activate(page, page.getByRole('link', { name: words('recite.toRecordings') }));
  const row = page.getByRole('link', { name: title });
  await row.getByText(words('status.ready')).waitFor({ timeout: 120_000 });
  await activate(page, row);
  await activate(page, recorder.button('player.play'));
  await page.getByText(words('player.playing'), { exact: true }).waitFor();

  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const cues = await readTranscript(join(stage.system.contentFolder, id));
  expect(cues.map(({ sentence }) => sentence)).toEqual([first, second, third]);
});

test('a Hebrew text on an English page: what leads on lies, points and is pressed to the left', async () => {
  const hebrew = sampleTexts.find(({ language }) => language === 'he');
  // Somebody who has not read it yet begins at its first sentence.
  await addSpeaker(stage.system, 'new@localhost');
  const context = await stage.enter();
  await enterAs(context, 'new@localhost');
  const recorder = await Recorder.open(context);
  const { page } = recorder;
  await page.goto(`/recite/${hebrew?.id ?? ''}`);
  const forward = recorder.button('recite.sentenceForward');
  const start = recorder.button('recite.start');
  await start.waitFor();
  const mirrored = (element: Element): boolean => getComputedStyle(element).transform.startsWith('matrix(-1');
  expect(await forward.locator('svg').evaluate(mirrored)).toBe(true);
  expect(await recorder.button('recite.toTexts').locator('svg').evaluate(mirrored)).toBe(false);
  expect((await forward.boundingBox())?.x).toBeLessThan((await start.boundingBox())?.x ?? 0);
  const second = page.locator('[data-sentence]').nth(1).and(page.locator('[aria-current=true]'));
  await page.keyboard.press('ArrowLeft');
  await second.waitFor();
});

test('the focus stays with whoever presses by keyboard', async () => {
  const recorder = await Recorder.open(await stage.enter());
  const { page } = recorder;
  await recorder.signIn();
  const english = sampleTexts.find(({ language }) => language === 'en');
  await activate(page, page.getByRole('link', { name: english?.title ?? '' }));
  const text = page.getByRole('main');
  await text.and(page.locator(':focus')).waitFor();

  const forward = recorder.button('recite.sentenceForward');
  await activate(page, forward);
  await page.keyboard.press('Enter');
  const [, , third] = await page.locator('[data-sentence]').allTextContents();
  await page
    .locator('[aria-current=true]')
    .filter({ hasText: third ?? '' })
    .waitFor();
  await page.keyboard.press('?');
  await recorder.dialog('readingHelp.title').waitFor();
  // Neither starts a recording: the dialog has its keys for itself.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await recorder.dialog('readingHelp.title').waitFor({ state: 'hidden' });
  await forward.and(page.locator(':focus')).waitFor();
  await page
    .locator('[aria-current=true]')
    .filter({ hasText: third ?? '' })
    .waitFor();
  await recorder.button('recite.start').waitFor();

  await activate(page, recorder.button('recite.start'));
  await recorder.button('recite.stop').waitFor();
  await text.and(page.locator(':focus')).waitFor();
  await activate(page, recorder.button('recite.pause'));
  await recorder.button('recite.resume').and(page.locator(':focus')).waitFor();
  await page.keyboard.press('r');
  await recorder.button('recite.pause').waitFor();
});
