import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spokenSentences, voiceFile } from '@crowd-recital/core/test/voice.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findInSound } from './harness/correlation.js';
import { pressesSinceStart, untilClockShows, untilMicrophoneAt } from './harness/recital-times.js';
import { Recorder } from './harness/recorder.js';
import { readTranscript } from './harness/recording-files.js';
import { openStage, type Stage } from './harness/stage.js';
import {
  decode,
  leadSeconds,
  pauses,
  retryOnStutter,
  sampleRate,
  soundsLikeTheVoice,
} from './harness/voice.js';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

/** How far a caption may be from the truth, in seconds. */
const tolerance = 0.05;

/** Where each of the voice's sentences lies in an audio file, in seconds, and how much it is the same sound. */
async function findSentences(file: string) {
  const [voice, searched] = await Promise.all([decode(voiceFile), decode(file)]);
  return spokenSentences.map(({ from, to }) => {
    const { lag, correlation } = findInSound(voice.slice(from * sampleRate, to * sampleRate), searched);
    return { at: lag / sampleRate, correlation };
  });
}

test('captions stay true after a redo and two pauses', retryOnStutter, async () => {
  const [slip, first, second] = spokenSentences;
  const recorder = await Recorder.open(await stage.enter());
  const { page } = recorder;
  await recorder.signIn();
  // The voice's first sentence is a slip of the tongue: what is to be read are the other two.
  await recorder.addText('The energy', [first.text, second.text]);
  await recorder.startRecording();
  const [pauseBefore, resumeBefore] = [2, 3.2];
  const [pauseBetween, resumeBetween] = [leadSeconds + slip.to + 0.1, leadSeconds + slip.to + 0.4];
  for (const [at, key] of [
    [pauseBefore, 'p'],
    [resumeBefore, 'p'],
    [pauseBetween, 'p'],
    [resumeBetween, 'p'],
    [resumeBetween + 0.1, 'r'],
    [leadSeconds + pauses.second, 'Space'],
    [leadSeconds + pauses.after, 'Enter'],
  ] as const) {
    await untilMicrophoneAt(page, at);
    await page.keyboard.press(key);
  }
  await recorder.dialog('finish.title').waitFor();
  const [paused1 = 0, resumed1 = 0, paused2 = 0, resumed2 = 0, redo = 0, next = 0, end = 0] =
    await pressesSinceStart(page);
  await recorder.answer('finish.save');
  const folder = join(stage.system.contentFolder, await recorder.openFinished('The energy'));

  const pausedFor = resumed1 - paused1 + (resumed2 - paused2);
  const cut = redo - pausedFor;
  const cues = await readTranscript(folder);
  expect(cues.map(({ sentence }) => sentence)).toEqual([first.text, second.text]);
  const edges = cues.flatMap(({ fromSeconds, toSeconds }) => [fromSeconds, toSeconds]);
  [0, next - redo, next - redo, end - redo].forEach((press, index) => {
    expect(Math.abs((edges[index] ?? Number.NaN) - press)).toBeLessThan(tolerance);
  });

  const inSource = await findSentences(join(folder, 'source.audio.webm'));
  for (const { correlation } of inSource) expect(correlation, soundsLikeTheVoice).toBeGreaterThan(0.9);
  const [slipInSource, firstInSource, secondInSource] = inSource.map(({ at }) => at);
  // The second pause lies between these two; the recorder and the clock have to agree how long it was.
  const apart = (firstInSource ?? 0) - (slipInSource ?? 0);
  expect(Math.abs(apart - (first.from - slip.from - (resumed2 - paused2)))).toBeLessThan(tolerance);

  for (const file of ['main.audio.webm', 'light.audio.mp3']) {
    const [slipInMain, firstInMain, secondInMain] = await findSentences(join(folder, file));
    expect(slipInMain?.correlation).toBeLessThan(0.5);
    expect(Math.abs((firstInMain?.at ?? 0) - ((firstInSource ?? 0) - cut))).toBeLessThan(tolerance);
    expect(Math.abs((secondInMain?.at ?? 0) - ((secondInSource ?? 0) - cut))).toBeLessThan(tolerance);
  }
});

test('a sentence that is left out is cut, and the manifest tells why', async () => {
  const recorder = await Recorder.open(await stage.enter());
  const { page, words } = recorder;
  await recorder.signIn();
  await recorder.addText('Left out', ['One is read.', 'Two is not.', 'Three is.']);
  await recorder.startRecording();
  await untilClockShows(page, 1);
  await page.keyboard.press('Space');
  await page.keyboard.press('s');
  await recorder.button('skip.reasons.WRONG_TEXT', recorder.dialog('skip.title')).click();
  const current = page.locator('[aria-current=true]');
  await current
    .getByText('Three is.')
    .or(current.filter({ hasText: 'Three is.' }))
    .first()
    .waitFor();
  // The voice is still to come: without any sound after the last press there would be nothing to caption.
  await recorder.untilPause('first');
  await page.keyboard.press('Enter');
  await recorder.dialog('finish.title').getByText('2').first().waitFor();
  await recorder.answer('finish.save');
  await page.getByText(words('recite.kept')).waitFor();

  const folder = join(stage.system.contentFolder, await recorder.openFinished('Left out'));
  const cues = await readTranscript(folder);
  expect(cues.map(({ sentence }) => sentence)).toEqual(['One is read.', 'Three is.']);
  expect(cues[0]?.toSeconds).toBe(cues[1]?.fromSeconds);
  const { readings } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
    readings: { discarded: boolean; skipReason: string | null; cue: unknown }[];
  };
  expect(readings).toMatchObject([
    { discarded: false, skipReason: null },
    { discarded: true, skipReason: 'wrong-text', cue: null },
    { discarded: false, skipReason: null },
  ]);
});
