import { gzipSync } from 'node:zlib';
import { sampleTexts } from '@crowd-recital/core/db/seed-development.js';
import type { Response } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterAs, speaker } from '../harness/people.js';
import { untilClockShows } from '../harness/recital-times.js';
import { Recorder } from '../harness/recorder.js';
import { openStage, type Stage } from '../harness/stage.js';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

/** Bytes of JavaScript, compressed, that may be loaded up to the first recorded second. */
const budget = 100_000;

/** The script's size as a proxy sends it; null for anything else. */
async function compressedSize(response: Response): Promise<number | null> {
  if (response.request().resourceType() !== 'script') return null;
  return gzipSync(await response.body()).length;
}

test.each(['he', 'yi', 'en'] as const)(
  'in %s no more than 100 kB of JavaScript are loaded up to the first recorded second',
  async (language) => {
    const context = await stage.enter({ language });
    await enterAs(context, speaker);
    const recorder = await Recorder.open(context, language);
    const { page, words } = recorder;
    await page.goto('/texts');
    const text = sampleTexts.find((sample) => sample.language === language);
    const address = await page.getByRole('link', { name: text?.title ?? '' }).getAttribute('href');

    const sizes: Promise<number | null>[] = [];
    const fresh = await Recorder.open(await stage.enter({ language }), language);
    await enterAs(fresh.page.context(), speaker);
    fresh.page.on('response', (response) => sizes.push(compressedSize(response)));
    await fresh.page.goto(address ?? '');
    await fresh.startRecording();
    await untilClockShows(fresh.page, 1);
    const loaded = (await Promise.all(sizes)).filter((size) => size !== null);
    expect(loaded.length).toBeGreaterThan(3);
    expect(loaded.reduce((sum, size) => sum + size, 0)).toBeLessThan(budget);

    await fresh.button('recite.stop').click();
    await fresh.answer('finish.delete');
    await fresh.page.getByRole('button', { name: words('finish.deleteForGood') }).click();
  },
);
