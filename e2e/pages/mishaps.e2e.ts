import { spokenSentences } from '@crowd-recital/core/test/voice.js';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterAs, speaker } from '../harness/people.js';
import { untilClockShows } from '../harness/recital-times.js';
import { readTranscript } from '../harness/recording-files.js';
import { Recorder } from '../harness/recorder.js';
import { openStage, type Stage } from '../harness/stage.js';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

const sentences = spokenSentences.map(({ text }) => text);

async function enter(context?: BrowserContext): Promise<Recorder> {
  const entered = context ?? (await stage.enter());
  await enterAs(entered, speaker);
  return Recorder.open(entered);
}

function sentence(page: Page, number: number): Locator {
  return page.locator('[aria-current=true]').filter({ hasText: sentences[number - 1] ?? '' });
}

async function sentencesIn(recorder: Recorder, title: string): Promise<string[]> {
  const folder = join(stage.system.contentFolder, await recorder.openFinished(title));
  return (await readTranscript(folder)).map((cue) => cue.sentence);
}

test('signed out in the middle: one reads on, signs in again, and everything arrives', async () => {
  const recorder = await enter();
  const { page, words } = recorder;
  await recorder.addSpokenText('Signed out');
  const address = page.url();
  await recorder.startRecording();
  await untilClockShows(page, 1);
  await page.context().clearCookies();
  await recorder.button('recite.next').click();
  await page.getByRole('alert').getByText(words('recite.signedOut')).waitFor();
  await recorder.button('recite.next').click();
  await sentence(page, 3).waitFor();
  expect(page.url()).toBe(address);
  await recorder.button('recite.stop').click();
  await recorder.answer('finish.save');

  const [oneLeft = ''] = words('account.unsentText').split(' | ');
  await page.getByRole('status').getByText(oneLeft).waitFor();
  await page.getByRole('button', { name: speaker }).click();
  await page.waitForURL(address);
  await recorder.button('recite.start').waitFor();
  expect(await sentencesIn(recorder, 'Signed out')).toEqual(sentences);
});

test('a microphone that is denied, allowed, and pulled out in the middle', async () => {
  const context = await stage.enter();
  await context.addInitScript(() => {
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    let denied = true;
    addEventListener('allow', () => (denied = false));
    mediaDevices.getUserMedia = async (constraints) => {
      // The fake device of this browser asks nobody.
      if (denied) throw new DOMException('Permission denied', 'NotAllowedError');
      const stream = await open(constraints);
      addEventListener('pull-out', () =>
        stream.getTracks().forEach((t) => t.dispatchEvent(new Event('ended'))),
      );
      return stream;
    };
  });
  const recorder = await enter(context);
  const { page, words } = recorder;
  await recorder.addSpokenText('Pulled out');
  await recorder.button('recite.start').click();
  const problem = page.getByRole('alert');
  await problem.getByText(words('problem.microphone-denied.what')).waitFor();
  await problem.getByText(words('problem.nothingLost')).waitFor();

  await page.evaluate(() => dispatchEvent(new Event('allow')));
  await recorder.startRecording();
  await problem.waitFor({ state: 'hidden' });
  await untilClockShows(page, 1);
  await recorder.button('recite.next').click();
  await untilClockShows(page, 2);
  await page.evaluate(() => dispatchEvent(new Event('pull-out')));
  const question = recorder.dialog('finish.title');
  await question.getByText(words('problem.microphone-lost.what')).waitFor();
  await question.getByText(words('problem.safe')).waitFor();
  await recorder.answer('finish.saveWithoutLast');
  // One goes on where one was interrupted.
  await sentence(page, 2).waitFor();
  await recorder.button('recite.start').waitFor();
});

test('a slow network, then none, a second tab, and the way back: the recital goes on', async () => {
  const recorder = await enter();
  const { page, words } = recorder;
  const context = page.context();
  await page.goto('/texts');
  await recorder.addSpokenText('On a train');
  const address = page.url();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  const slow = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
  await network.send('Network.emulateNetworkConditions', slow);
  await page.reload();
  await recorder.startRecording();
  await untilClockShows(page, 1);

  const other = await context.newPage();
  await other.goto(address);
  await other.getByRole('button', { name: words('recite.start') }).click();
  await other.getByRole('alert').getByText(words('problem.other-tab.what')).waitFor();
  await other.close();
  await page.bringToFront();

  await context.setOffline(true);
  await recorder.button('recite.next').click();
  await page.getByText(words('recite.saved.offline')).waitFor();
  await page.evaluate(() => history.back());
  const question = recorder.dialog('finish.title');
  await question.waitFor();
  expect(page.url()).toBe(address);
  await page.evaluate(() => history.back());
  await question.waitFor();
  expect(page.url()).toBe(address);
  await recorder.answer('finish.save');
  await page.getByText(words('recite.saved.offline')).waitFor();

  await context.setOffline(false);
  await network.detach();
  expect(await sentencesIn(recorder, 'On a train')).toEqual(sentences.slice(0, 2));
});

test('with a finger on a phone: a tap moves on, and nothing is marked, pulled or offered meanwhile', async () => {
  const phone = await stage.browser.newContext({
    baseURL: stage.system.url,
    locale: 'en',
    permissions: ['microphone'],
    reducedMotion: 'reduce',
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    // Playwright does not see what a page asks for that has one.
    serviceWorkers: 'block',
  });
  const recorder = await enter(phone);
  const { page, words } = recorder;
  const newer = await aNewerVersion(page);
  await recorder.addSpokenText('With a finger');
  const text = page.getByRole('main');
  await page.getByText(sentences[1] ?? '').tap();
  await sentence(page, 2).waitFor();
  await recorder.button('recite.sentenceBack').tap();
  await sentence(page, 1).waitFor();
  await recorder.button('recite.start').tap();
  await recorder.button('recite.stop').waitFor();
  await untilClockShows(page, 1);
  await newer.comeBack();
  await text.tap();
  await sentence(page, 2).waitFor();

  const styleOf = (element: Element) => {
    const { touchAction, userSelect, overscrollBehaviorY } = getComputedStyle(element);
    return { touchAction, userSelect, overscrollBehaviorY };
  };
  expect(await text.evaluate(styleOf)).toEqual({
    touchAction: 'manipulation',
    userSelect: 'none',
    overscrollBehaviorY: 'contain',
  });
  expect(await page.locator('html').evaluate(styleOf)).toMatchObject({ overscrollBehaviorY: 'none' });
  for (const name of ['pause', 'again', 'next', 'skip', 'stop']) {
    const box = await recorder.button(`recite.${name}`).boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0), name).toBeGreaterThanOrEqual(44);
  }
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(360);
  await recorder.button('recite.stop').tap();
  await recorder.dialog('finish.title').waitFor();
  await recorder.button('finish.delete').tap();
  await recorder.button('finish.deleteForGood').tap();
  await recorder.button('recite.start').waitFor();

  expect(newer.asked()).toBe(false);
  await recorder.button('recite.toTexts').tap();
  await page.getByRole('link', { name: 'With a finger' }).first().waitFor();
  await newer.comeBack();
  const offer = page.getByRole('status', { name: words('newVersion.title') });
  await recorder.button('newVersion.load', offer).tap();
  await offer.waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: 'With a finger' }).first().waitFor();
});

/** The server has another version from now on; tells whether the page looked for one. */
async function aNewerVersion(page: Page) {
  let asked = false;
  await page.route('**/texts', async (route) => {
    if (route.request().resourceType() === 'document') return route.fallback();
    asked = true;
    const response = await route.fetch();
    const body = (await response.text()).replace(/(type="module"[^>]* src="[^"]+)\.js"/, '$1-newer.js"');
    return route.fulfill({ response, body });
  });
  return {
    asked: () => asked,
    comeBack: () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))),
  };
}
