import { join } from 'node:path';
import { spokenSentences } from '@crowd-recital/core/test/voice.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTranscript } from '../harness/recording-files.js';
import { Recorder } from '../harness/recorder.js';
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
