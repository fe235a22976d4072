import { join } from 'node:path';
import { spokenSentences } from '@crowd-recital/core/test/voice.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findVoice, publishedFiles, readTranscript } from './harness/recording-files.js';
import { pressesSinceStart } from './harness/recital-times.js';
import { Recorder } from './harness/recorder.js';
import { openStage, type Stage } from './harness/stage.js';
import { retryOnStutter, soundsLikeTheVoice } from './harness/voice.js';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

test('a voice becomes a finished folder, and plays with its captions', retryOnStutter, async () => {
  const recorder = await Recorder.open(await stage.enter());
  const { page } = recorder;
  await recorder.signIn();
  await recorder.addSpokenText('Ask not');
  await recorder.reciteAll();
  const [first = 0, second = 0, third = 0] = await pressesSinceStart(page);
  await recorder.answer('finish.save');
  await page.getByText(recorder.words('recite.kept')).waitFor();
  const id = await recorder.openFinished('Ask not');

  const folder = join(stage.system.contentFolder, id);
  await expect(publishedFiles(folder)).resolves.toEqual([
    'light.audio.mp3',
    'main.audio.webm',
    'manifest.json',
    'source.audio.webm',
    'transcript.vtt',
  ]);

  const cues = await readTranscript(folder);
  expect(cues.map(({ sentence }) => sentence)).toEqual(spokenSentences.map(({ text }) => text));
  const edges = cues.flatMap(({ fromSeconds, toSeconds }) => [fromSeconds, toSeconds]);
  [0, first, first, second, second, third].forEach((press, index) => {
    expect(Math.abs((edges[index] ?? Number.NaN) - press)).toBeLessThan(0.05);
  });

  for (const file of ['main.audio.webm', 'light.audio.mp3']) {
    const voice = await findVoice(join(folder, file));
    expect(voice.correlation, soundsLikeTheVoice).toBeGreaterThanOrEqual(0.9);
    const shift = voice.atSeconds - spokenSentences[0].from;
    spokenSentences.forEach(({ from, to }, index) => {
      expect(cues[index]?.fromSeconds).toBeLessThan(from + shift);
      expect(cues[index]?.toSeconds).toBeGreaterThan(to + shift);
    });
  }

  await recorder.button('player.play').click();
  for (const [index, { fromSeconds, toSeconds }] of cues.entries()) {
    await page.waitForFunction(
      (place) =>
        document.querySelectorAll('ol > li')[place]?.querySelector('[aria-current]') instanceof Element,
      index,
    );
    const second = await page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.currentTime);
    expect(second).toBeGreaterThan(fromSeconds - 0.3);
    expect(second).toBeLessThan(toSeconds + 0.3);
  }
});
