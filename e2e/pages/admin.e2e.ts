import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostStyles, mountConsole, openHostPage, tracesIn, unmountConsole } from '../harness/host-page.js';
import { admin, enterAs, speaker } from '../harness/people.js';
import { reciteVoice } from '../harness/recite.js';
import { openStage, type Stage } from '../harness/stage.js';
import { wordsOf } from '../harness/words.js';

const words = wordsOf('web-admin', 'en');

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await reciteVoice(stage.system, speaker, 'Ask not');
});

afterAll(() => stage.close());

async function openConsole(email: string): Promise<Page> {
  const page = await (await stage.enter()).newPage();
  await page.goto('/admin/recordings');
  await page.getByRole('button', { name: email }).click();
  return page;
}

test('an admin signs in, sees recordings and people, and listens', async () => {
  const page = await openConsole(admin);
  const recordings = page.getByRole('table', { name: words('recordings.title') });
  const row = recordings.getByRole('row').filter({ hasText: 'Ask not' });
  await row.getByText('Noa the Speaker').waitFor();
  await row.getByText(words('recordings.state.ready')).waitFor();

  await row.getByRole('link').click();
  await page.getByRole('button', { name: words('player.play'), exact: true }).click();
  await page.getByText(words('player.playing'), { exact: true }).waitFor();

  await page
    .getByRole('navigation', { name: words('console.pages') })
    .getByRole('link', { name: words('people.title') })
    .click();
  const people = page.getByRole('table', { name: words('people.title') });
  await people.getByRole('row').filter({ hasText: speaker }).waitFor();
  await people.getByRole('row').filter({ hasText: admin }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/admin/people');
});

test('a speaker is told that the console is not for them', async () => {
  const page = await openConsole(speaker);
  await page.getByRole('heading', { name: words('notAdmin.title') }).waitFor();
  await expect(page.getByRole('table').count()).resolves.toBe(0);
});

test('mounted into another page, taken away and mounted again: the host stays as it was', async () => {
  const context = await stage.enter();
  await enterAs(context, admin);
  const page = await context.newPage();
  await openHostPage(page);
  const styles = await hostStyles(page);
  const traces = await tracesIn(page);
  const overview = page.getByRole('heading', { name: words('overview.title'), exact: true });

  for (const visit of ['first', 'second']) {
    await mountConsole(page);
    await overview.waitFor();
    expect(await hostStyles(page), visit).toEqual(styles);
    // With an overlay open as well.
    await page.getByRole('button', { name: 'Amos the Admin' }).click();
    await page.getByText(words('console.signOut')).waitFor();
    expect(await hostStyles(page), visit).toEqual(styles);

    await unmountConsole(page);
    expect(await hostStyles(page), visit).toEqual(styles);
    expect(await tracesIn(page), visit).toEqual(traces);
    expect(await page.title()).toBe('Host');
  }
});
