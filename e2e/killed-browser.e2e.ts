import { join } from 'node:path';
import { spokenSentences, voiceFile } from '@crowd-recital/core/test/voice.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findInSound } from './harness/correlation.js';
import { startMortalBrowser } from './harness/mortal-browser.js';
import { enterAs, speaker } from './harness/people.js';
import { recordedSeconds, untilMicrophoneAt } from './harness/recital-times.js';
import { Recorder } from './harness/recorder.js';
import { startSystem, type System } from './harness/system.js';
import {
  decode,
  retryOnStutter,
  sampleRate,
  soundsLikeTheVoice,
  writeFakeMicrophone,
} from './harness/voice.js';
import { wordsOf } from './harness/words.js';

/** Seconds of voice that a killed browser may cost. */
const mostLost = 1.5;

/** Seconds of silence before the voice; short, for nothing waits for it here. */
const lead = 3;

const kills = Number(process.env.BROWSER_KILLS ?? 3);

let system: System;

beforeAll(async () => {
  system = await startSystem({ SEGMENT_SEC: '2' });
});

afterAll(async () => {
  try {
    expect(await system.fsck()).toBe('');
  } finally {
    await system.stop();
  }
});

const deaths = Array.from({ length: kills }, (_, index) => ({
  death: index + 1,
  // Spread over the slices of a second and the units of two.
  second: lead + spokenSentences[0].to + 1 + ((index * 0.77) % 4),
}));

test.each(deaths)(
  'killed while recording, death $death: all but the last moment arrives',
  retryOnStutter,
  async ({ death, second }) => {
    const title = `Killed ${death}`;
    const profile = join(system.scratch, `profile-${death}-${Date.now()}`);
    const microphone = await writeFakeMicrophone(system.scratch, lead);

    const doomed = await startMortalBrowser({ profile, microphone, url: system.url });
    let recorded = 0;
    try {
      const before = new Recorder(await doomed.context.newPage(), wordsOf('web-recorder', 'en'));
      await before.signIn();
      await before.addSpokenText(title);
      await before.startRecording();
      await untilMicrophoneAt(before.page, second);
      recorded = await recordedSeconds(before.page);
    } finally {
      await doomed.kill();
    }

    const reopened = await startMortalBrowser({ profile, microphone, url: system.url });
    try {
      // Chromium writes cookies seconds later: whoever was killed may have to sign in again.
      await enterAs(reopened.context, speaker);
      const after = new Recorder(await reopened.context.newPage(), wordsOf('web-recorder', 'en'));
      await after.page.goto('/recordings');
      const save = after.button('finish.save', after.page.getByRole('listitem').filter({ hasText: title }));
      await save.click();
      await save.waitFor({ state: 'hidden' });
      const folder = join(system.contentFolder, await after.openFinished(title));

      const sound = await decode(join(folder, 'main.audio.webm'));
      expect(recorded - sound.length / sampleRate).toBeLessThan(mostLost);
      const [{ from, to }] = spokenSentences;
      const said = (await decode(voiceFile)).slice(from * sampleRate, to * sampleRate);
      expect(findInSound(said, sound).correlation, soundsLikeTheVoice).toBeGreaterThanOrEqual(0.9);
    } finally {
      await reopened.kill();
    }
  },
);
