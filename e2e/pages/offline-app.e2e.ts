import { join } from 'node:path';
import { spokenSentences } from '@crowd-recital/core/test/voice.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterAs, speaker } from '../harness/people.js';
import { untilClockShows } from '../harness/recital-times.js';
import { readTranscript } from '../harness/recording-files.js';
import { Recorder } from '../harness/recorder.js';
import { siteThatGetsNewer } from '../harness/site-that-gets-newer.js';
import { openStage, type Stage } from '../harness/stage.js';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

test('opens without a connection; a text that was opened before is recited and goes up later', async () => {
  const context = await stage.enter();
  const recorder = await Recorder.open(context);
  const { page, words } = recorder;
  await recorder.signIn();
  await recorder.addSpokenText('Read in a tunnel');
  const address = page.url();
  await recorder.button('recite.start').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);

  await context.setOffline(true);
  await page.goto('/texts');
  await page.getByText(words('shell.offline')).waitFor();
  await page.goto(address);
  await recorder.reciteAll();
  await recorder.answer('finish.save');
  await page.getByText(words('recite.saved.offline')).waitFor();

  await context.setOffline(false);
  const folder = join(stage.system.contentFolder, await recorder.openFinished('Read in a tunnel'));
  const cues = await readTranscript(folder);
  expect(cues.map(({ sentence }) => sentence)).toEqual(spokenSentences.map(({ text }) => text));
});

test('without a connection the console, the API and whoever signed out get nothing from the device', async () => {
  const context = await stage.enter();
  const recorder = await Recorder.open(context);
  const { page } = recorder;
  await recorder.signIn();
  await page.evaluate(() => navigator.serviceWorker.ready);
  const otherTab = await context.newPage();
  await otherTab.goto('/texts/new');
  await otherTab.getByRole('textbox', { name: recorder.words('addText.text') }).waitFor();
  await page.getByRole('banner').getByRole('button').last().click();
  await recorder.button('account.signOut').click();
  await page.waitForURL('**/login');
  await otherTab.waitForURL((url) => url.pathname === '/login');

  await context.setOffline(true);
  await page.goto('/texts');
  await page.getByRole('heading', { name: recorder.words('gate.failed') }).waitFor();
  for (const address of ['/admin', '/api/healthz', '/env/config.js']) {
    const other = await context.newPage();
    await expect(other.goto(address)).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
    await other.close();
  }
});

test('a newer version is installed beside a recital, offered after it, and sends what the older one left', async () => {
  const site = await siteThatGetsNewer(stage.system.url);
  try {
    const context = await stage.browser.newContext({
      baseURL: site.url,
      locale: 'en',
      permissions: ['microphone'],
    });
    await enterAs(context, speaker);
    const recorder = await Recorder.open(context);
    const { page, words } = recorder;
    await page.goto('/texts');
    await recorder.addSpokenText('Across a deployment');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await recorder.startRecording();
    await untilClockShows(page, 1);

    site.bringNewer();
    const newer = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const running = registration.active;
      await registration.update();
      const worker = registration.installing ?? registration.waiting ?? registration.active;
      while (worker?.state === 'installing') {
        await new Promise((changed) => worker.addEventListener('statechange', changed, { once: true }));
      }
      document.dispatchEvent(new Event('visibilitychange'));
      return {
        state: worker?.state,
        isOther: worker !== running,
        runs: navigator.serviceWorker.controller === running,
      };
    });
    expect(newer).toEqual({ state: 'installed', isOther: true, runs: true });
    const offer = page.getByRole('status', { name: words('newVersion.title') });
    await recorder.button('recite.next').click();
    await untilClockShows(page, 2);
    expect(await offer.count()).toBe(0);
    await recorder.button('recite.stop').click();
    await recorder.answer('finish.save');

    await recorder.button('recite.toTexts').click();
    await page.getByRole('link', { name: 'Across a deployment' }).first().waitFor();
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await recorder.button('newVersion.load', offer).click();
    await page.locator('script[src$="?newer"]').waitFor({ state: 'attached' });
    site.takeVoiceAgain();
    await recorder.openFinished('Across a deployment');
    await context.close();
  } finally {
    site.close();
  }
});
