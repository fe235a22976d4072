import type { Page } from 'playwright-core';
import { sampleTexts } from '@crowd-recital/core/db/seed-development.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from '../harness/axe.js';
import { admin, enterAs, speaker } from '../harness/people.js';
import { untilClockShows } from '../harness/recital-times.js';
import { reciteVoice, type Recited } from '../harness/recite.js';
import { openStage, type Stage } from '../harness/stage.js';
import { wordsOf } from '../harness/words.js';

let stage: Stage;
let recited: Recited;

beforeAll(async () => {
  stage = await openStage();
  recited = await reciteVoice(stage.system, speaker, 'Ask not');
});

afterAll(() => stage.close());

describe.each(['en', 'he', 'yi'] as const)('in %s', (language) => {
  const recorder = wordsOf('web-recorder', language);
  const console = wordsOf('web-admin', language);

  async function pageFor(email: string | null): Promise<Page> {
    const context = await stage.enter({ language });
    if (email !== null) await enterAs(context, email);
    return context.newPage();
  }

  test('signing in', async () => {
    const page = await pageFor(null);
    await page.goto('/login');
    await page.getByRole('button', { name: speaker }).waitFor();
    expect(await violationsOn(page, language)).toEqual([]);
    await page.goto('/admin/');
    await page.getByRole('button', { name: admin }).waitFor();
    expect(await violationsOn(page, language)).toEqual([]);
  });

  test('the speakers’ pages', async () => {
    const page = await pageFor(speaker);
    const [sample] = sampleTexts;
    await page.goto('/texts');
    await page.getByRole('link', { name: sample?.title ?? '' }).waitFor();
    expect(await violationsOn(page, language)).toEqual([]);
    await page.goto('/texts/new');
    await page.getByRole('textbox', { name: recorder('addText.text') }).waitFor();
    expect(await violationsOn(page, language)).toEqual([]);
    await page.goto('/together');
    await page.getByRole('table', { name: recorder('standing.title') }).waitFor();
    expect(await violationsOn(page, language)).toEqual([]);
    for (const address of ['/recordings', '/profile', '/help']) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await violationsOn(page, language), address).toEqual([]);
    }
    await page.goto('/microphone');
    await page.getByRole('button', { name: recorder('recite.start') }).click();
    await untilClockShows(page, 3);
    await page.getByRole('button', { name: recorder('recite.stop') }).click();
    await page.getByRole('region', { name: recorder('microphoneTest.result') }).waitFor();
    expect(await violationsOn(page, language)).toEqual([]);
    await page.goto(`/recordings/${recited.sessionId}`);
    await page.getByRole('button', { name: recorder('player.play'), exact: true }).waitFor();
    expect(await violationsOn(page, language)).toEqual([]);
  });

  test('reciting, and the question after it', async () => {
    const page = await pageFor(speaker);
    await page.goto(`/recite/${sampleTexts[0]?.id ?? ''}`);
    await page.getByRole('button', { name: recorder('recite.start') }).click();
    await page.getByRole('button', { name: recorder('recite.stop') }).waitFor();
    expect(await violationsOn(page, language)).toEqual([]);
    await page.getByRole('button', { name: recorder('recite.stop') }).click();
    const question = page.getByRole('dialog', { name: recorder('finish.title') });
    await question.waitFor();
    expect(await violationsOn(page, language)).toEqual([]);
    await question.getByRole('button', { name: recorder('finish.delete'), exact: true }).click();
    await page.getByRole('button', { name: recorder('finish.deleteForGood') }).click();
    await page.getByRole('button', { name: recorder('recite.start') }).waitFor();
    expect(await violationsOn(page, language)).toEqual([]);
  });

  test('what opens while reciting', async () => {
    const page = await pageFor(speaker);
    await page.goto(`/recite/${sampleTexts[0]?.id ?? ''}`);
    const openers = [
      ['recite.look', page.getByRole('switch', { name: recorder('reading.focus') })],
      ['recite.microphone', page.getByRole('combobox', { name: recorder('microphone.label') })],
      ['recite.help', page.getByRole('dialog', { name: recorder('readingHelp.title') })],
    ] as const;
    for (const [name, opened] of openers) {
      await page.getByRole('button', { name: recorder(name), exact: true }).click();
      await opened.waitFor();
      expect(await violationsOn(page, language)).toEqual([]);
      await page.keyboard.press('Escape');
      await opened.waitFor({ state: 'hidden' });
    }
    await page.getByRole('button', { name: recorder('recite.start') }).click();
    await page.getByRole('button', { name: recorder('recite.skip') }).click();
    await page.getByRole('dialog', { name: recorder('skip.title') }).waitFor();
    expect(await violationsOn(page, language)).toEqual([]);
  });

  test('the console', async () => {
    const page = await pageFor(admin);
    await page.goto(`/admin/recordings/${recited.sessionId}`);
    await page.getByRole('button', { name: console('player.play'), exact: true }).waitFor();
    expect(await violationsOn(page, language)).toEqual([]);
    await page.goto('/admin/people');
    await page.getByRole('row').filter({ hasText: speaker }).waitFor();
    expect(await violationsOn(page, language)).toEqual([]);
  });
});
