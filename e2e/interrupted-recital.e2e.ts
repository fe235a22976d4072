import { join } from 'node:path';
import { spokenSentences, voiceFile, type SpokenSentence } from '@crowd-recital/core/test/voice.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findInSound } from './harness/correlation.js';
import { letADayPass } from './harness/passing-time.js';
import { pressesSinceStart, recordedSeconds } from './harness/recital-times.js';
import { readTranscript } from './harness/recording-files.js';
import { Recorder } from './harness/recorder.js';
import { openStage, type Stage } from './harness/stage.js';
import { decode, retryOnStutter, sampleRate, soundsLikeTheVoice } from './harness/voice.js';

let stage: Stage;

beforeAll(async () => {
  // Much goes up while the recording still runs, and what goes silent is found at once.
  stage = await openStage({ SEGMENT_SEC: '1', JOB_SESSION_FINALIZATION_INTERVAL_SEC: '1' });
});

afterAll(() => stage.close());

/** Seconds of sound in the finished recording. */
async function secondsOf(folder: string): Promise<number> {
  return (await decode(join(folder, 'main.audio.webm'))).length / sampleRate;
}

async function expectToBeHeard({ from, to, text }: SpokenSentence, folder: string): Promise<void> {
  const said = (await decode(voiceFile)).slice(from * sampleRate, to * sampleRate);
  const { correlation } = findInSound(said, await decode(join(folder, 'main.audio.webm')));
  expect(correlation, `${soundsLikeTheVoice}: ${text}`).toBeGreaterThanOrEqual(0.9);
}

test('loaded anew in the middle: what was recorded is found again and arrives', retryOnStutter, async () => {
  const recorder = await Recorder.open(await stage.enter());
  const { page } = recorder;
  await recorder.signIn();
  await recorder.addSpokenText('Loaded anew');
  await recorder.startRecording();
  await recorder.untilPause('first');
  await recorder.button('recite.next').click();
  await recorder.untilPause('second');
  await recorder.button('recite.next').click();
  await recorder.untilPause('after');
  const recorded = await recordedSeconds(page);
  await page.reload();

  await page.goto('/recordings');
  const left = page.getByRole('listitem').filter({ hasText: 'Loaded anew' });
  const save = recorder.button('finish.save', left);
  await save.click();
  await save.waitFor({ state: 'hidden' });
  const folder = join(stage.system.contentFolder, await recorder.openFinished('Loaded anew'));

  // What the recorder had not yet handed over when the page went.
  expect(recorded - (await secondsOf(folder))).toBeLessThan(1.5);
  const cues = await readTranscript(folder);
  expect(cues.slice(0, 2).map(({ sentence }) => sentence)).toEqual(
    spokenSentences.slice(0, 2).map(({ text }) => text),
  );
  for (const sentence of spokenSentences.slice(0, 2)) await expectToBeHeard(sentence, folder);
});

test('the server dies in the middle: recording goes on and nothing is lost', retryOnStutter, async () => {
  const recorder = await Recorder.open(await stage.enter());
  await recorder.signIn();
  await recorder.addSpokenText('Server died');
  await recorder.startRecording();
  await recorder.untilPause('first');
  await recorder.button('recite.next').click();
  await stage.system.crashApi();
  await recorder.untilPause('second');
  await recorder.button('recite.next').click();
  await stage.system.crashApi();
  await recorder.untilPause('after');
  await recorder.button('recite.next').click();
  const recorded = (await pressesSinceStart(recorder.page)).at(-1) ?? Number.NaN;
  await recorder.answer('finish.save');
  const folder = join(stage.system.contentFolder, await recorder.openFinished('Server died'));

  expect(await secondsOf(folder)).toBeGreaterThan(recorded - 0.05);
  await expect(readTranscript(folder)).resolves.toHaveLength(3);
  for (const sentence of spokenSentences) await expectToBeHeard(sentence, folder);
});

test(
  'a day without a network in the middle: given up by the server, and whole when it is back',
  retryOnStutter,
  async () => {
    const context = await stage.enter();
    const recorder = await Recorder.open(context);
    await recorder.signIn();
    await recorder.addSpokenText('A day away');
    await recorder.startRecording();
    await recorder.untilPause('first');
    await recorder.button('recite.next').click();
    await context.setOffline(true);
    await recorder.untilPause('second');
    await recorder.button('recite.next').click();
    await recorder.untilPause('after');
    await recorder.button('recite.next').click();
    const recorded = (await pressesSinceStart(recorder.page)).at(-1) ?? Number.NaN;
    await recorder.answer('finish.save');
    await letADayPass(stage.system);
    await context.setOffline(false);
    const folder = join(stage.system.contentFolder, await recorder.openFinished('A day away'));

    expect(await secondsOf(folder)).toBeGreaterThan(recorded - 0.05);
    await expect(readTranscript(folder)).resolves.toHaveLength(3);
    for (const sentence of spokenSentences) await expectToBeHeard(sentence, folder);
  },
);
