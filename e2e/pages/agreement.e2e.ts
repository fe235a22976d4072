import pg from 'pg';
import type { Page } from 'playwright-core';
import { violationsOn } from '../harness/axe.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSpeaker, enterAs, speaker } from '../harness/people.js';
import { Recorder } from '../harness/recorder.js';
import { openStage, type Stage } from '../harness/stage.js';

const newcomer = 'newcomer@localhost';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await addSpeaker(stage.system, newcomer, { signed: false });
});

afterAll(() => stage.close());

async function query(statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: stage.system.environment.DB_CONNECTION_STR });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

async function untilAt(page: Page, path: string): Promise<void> {
  await page.waitForURL((url) => url.pathname === path);
}

test('a newcomer reads the terms to their end by keyboard, agrees, and goes on where she wanted to go', async () => {
  const context = await stage.enter({ language: 'he' });
  await enterAs(context, newcomer);
  const recorder = await Recorder.open(context, 'he');
  const { page } = recorder;
  await page.goto('/texts/new');
  await untilAt(page, '/agreement');
  const agree = recorder.button('agreement.agree');
  await agree.waitFor();
  expect(await agree.isDisabled()).toBe(true);
  expect(await page.locator('article').getAttribute('dir')).toBe('rtl');
  expect(await violationsOn(page)).toEqual([]);

  await page.keyboard.press('End');
  await page.waitForFunction(() => document.querySelector('footer button:not(:disabled)') !== null);
  await recorder.button('agreement.readOn').waitFor({ state: 'detached' });
  await agree.focus();
  await page.keyboard.press('Enter');
  await untilAt(page, '/texts/new');
  const signatures = await query(
    `select s.language from agreement_signatures s join users u on u.id = s.user_id where u.email = '${newcomer}'`,
  );
  expect(signatures).toEqual([{ language: 'he' }]);
  await context.close();
});

test('voice that was recorded before new terms were agreed to waits on the device, and goes up afterwards', async () => {
  const recorder = await Recorder.open(await stage.enter());
  const { page } = recorder;
  await recorder.signIn();
  await recorder.addSpokenText('Before the terms');
  // The page must not hear of the terms before it records: it would ask for them at once.
  await recorder.button('recite.start').waitFor();
  await page.context().setOffline(true);
  await recorder.startRecording();
  await query(`update users set agreement_signed_version = 'v1' where email = '${speaker}'`);
  await page.context().setOffline(false);
  await recorder.advanceToEnd();
  await recorder.answer('finish.save');

  await untilAt(page, '/agreement');
  expect(await query('select 1 from audio_segments')).toEqual([]);
  // Before the terms are there, there is no end to go to.
  await recorder.button('agreement.readOn').waitFor();
  await page.keyboard.press('End');
  await page.waitForFunction(() => document.querySelector('footer button:not(:disabled)') !== null);
  await recorder.button('agreement.readOn').waitFor({ state: 'detached' });
  await recorder.button('agreement.agree').click();
  await recorder.openFinished('Before the terms');
});

test('she tells of her voice, takes her data, and deletes her account', async () => {
  const context = await stage.enter();
  await enterAs(context, newcomer);
  const recorder = await Recorder.open(context);
  const { page } = recorder;
  await page.goto('/profile');
  await page.getByLabel(recorder.words('profile.year')).fill('1984');
  await recorder.button('profile.save').click();
  await page.getByText(recorder.words('profile.saved')).waitFor();
  expect(await violationsOn(page)).toEqual([]);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    recorder.button('profile.download').click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const data = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
  expect(data).toMatchObject({ account: { email: newcomer }, profile: [{ yearOfBirth: 1984 }] });

  await recorder.button('profile.deleteAsk').click();
  const dialog = recorder.dialog('profile.deleteTitle');
  const forGood = recorder.button('profile.deleteForGood', dialog);
  expect(await forGood.isDisabled()).toBe(true);
  await dialog.getByRole('textbox').fill(newcomer.toUpperCase());
  await forGood.click();
  await recorder.button('profile.farewell', recorder.dialog('profile.goneTitle')).click();
  await untilAt(page, '/login');
  expect(await query(`select 1 from users where email = '${newcomer}'`)).toEqual([]);
  await context.close();
});
