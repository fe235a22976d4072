import type { Browser, Page } from 'playwright-core';
import { makeBusy } from '@crowd-recital/core/test/busy-site.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openProfile, startQuietBrowser } from '../harness/browser.js';
import { violationsOn } from '../harness/axe.js';
import { admin, enterAs } from '../harness/people.js';
import { startSystem, type System } from '../harness/system.js';
import { wordsOf } from '../harness/words.js';

/** One busy site for all; nobody works on what waits, so that it stays as it is. */
let system: System;
let browser: Browser;

beforeAll(async () => {
  system = await startSystem({ JOB_SESSION_FINALIZATION_DISABLED: 'true' }, { withJobs: false });
  await makeBusy(system.environment.DB_CONNECTION_STR ?? '');
  browser = await startQuietBrowser();
});

afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

async function openConsole(address: string, language: 'en' | 'he' | 'yi' = 'en'): Promise<Page> {
  const context = await openProfile(browser, system.url, { language });
  await enterAs(context, admin);
  const page = await context.newPage();
  await page.goto(`/admin${address}`);
  return page;
}

const words = wordsOf('web-admin', 'en');
const table = (page: Page, name: string) => page.getByRole('table', { name: words(`${name}.title`) });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

describe('an operator', () => {
  test('approves those who wait, many at once, and takes it back', async () => {
    const page = await openConsole('/people?group=waiting');
    const rows = table(page, 'people').getByRole('row');
    await page.getByRole('checkbox', { name: words('list.selectAll') }).click();
    await button(page, /^Approve \(8 waiting\)$/).click();
    await page.getByRole('heading', { name: words('people.empty.noMatch.title') }).waitFor();
    await button(page, words('notice.undo')).click();
    await rows.nth(8).waitFor();
  });

  test('lets somebody in who was never here, gives the person a group, and deletes the account', async () => {
    const page = await openConsole('/people');
    await button(page, words('people.byEmail.open')).click();
    await page.getByRole('textbox', { name: words('people.byEmail.label') }).fill('new@example.org');
    await button(page, 'Approve one').click();
    await table(page, 'people').getByRole('link', { name: 'new', exact: true }).waitFor();
    await page.getByRole('searchbox', { name: words('people.search') }).fill('new@');
    await page.waitForURL(({ search }) => search.includes('new'));
    await table(page, 'people').getByRole('link', { name: 'new' }).click();
    await page.getByText(words('people.groupChoice.admin'), { exact: true }).click();
    await table(page, 'people').getByText(words('group.admin'), { exact: true }).waitFor();
    await button(page, words('people.delete')).click();
    const question = page.getByRole('dialog');
    await expect(
      question.getByRole('button', { name: words('people.deleteForGood') }).isEnabled(),
    ).resolves.toBe(false);
    await question.getByRole('textbox').fill('new@example.org');
    await question.getByRole('button', { name: words('people.deleteForGood') }).click();
    await page.getByRole('heading', { name: words('people.empty.noMatch.title') }).waitFor();
  });

  test('makes an invite, hands out its link, and revokes it', async () => {
    const page = await openConsole('/people/invites');
    await button(page, words('invites.create')).first().click();
    const question = page.getByRole('dialog');
    await question.getByRole('textbox', { name: words('invites.note') }).fill('Evening class');
    await question.getByRole('button', { name: words('invites.create') }).click();
    const link = question.getByRole('textbox', { name: words('invites.link') });
    await expect(link.inputValue()).resolves.toContain('?invite=');
    await question.getByRole('button', { name: words('shortcuts.done') }).click();
    await table(page, 'invites').getByRole('link', { name: 'Evening class' }).click();
    await button(page, words('invites.revoke')).click();
    await button(page, words('notice.dismiss')).click();
    await table(page, 'invites')
      .getByRole('row')
      .filter({ hasText: 'Evening class' })
      .getByText(words('invites.state.revoked'))
      .waitFor();
  });

  test('sees how the site is, and goes from there to what waits', async () => {
    const page = await openConsole('/');
    await page.getByText(words('overview.perDay')).first().waitFor();
    await page.locator('canvas').waitFor();
    await page.getByRole('link', { name: /^People awaiting approval/ }).click();
    await table(page, 'people').getByText(words('group.waiting')).first().waitFor();
  });

  test('finds a job that failed and why, runs it now, and takes another out of the queue', async () => {
    const page = await openConsole('/jobs?state=FAILED');
    const rows = table(page, 'jobs').getByRole('row');
    await rows.nth(5).waitFor();
    await rows.nth(1).getByRole('link').click();
    await page.getByText('ffmpeg ended with code 1').waitFor();
    await button(page, words('jobs.runNow')).click();
    await page.getByText(words('jobs.runs')).waitFor();
    await button(page, words('jobs.cancel')).click();
    await button(page, words('notice.dismiss')).click();
    await rows.nth(5).waitFor({ state: 'detached' });
    await page.goto('/admin/audit');
    await table(page, 'audit').getByText(words('audit.action.job.cancel')).first().waitFor();
  });

  test('finishes a recording without what is missing, once it was asked', async () => {
    const page = await openConsole('/recordings?why=missing-segments');
    await table(page, 'recordings').getByRole('row').nth(1).getByRole('link').click();
    const finish = words('recordings.act.finaliseIncomplete.act');
    await button(page, finish).click();
    const question = page.getByRole('dialog', { name: words('recordings.act.finaliseIncomplete.title') });
    await question.getByRole('button', { name: finish }).click();
    await page.getByText(words('recordings.act.finaliseIncomplete.done')).waitFor();
  });

  test('reads the settings in force, and no secret', async () => {
    const page = await openConsole('/settings');
    await page.getByText('DB_CONNECTION_STR').waitFor();
    await page.getByText(words('settings.secretGiven')).first().waitFor();
    expect(await page.content()).not.toContain(system.environment.DB_CONNECTION_STR);
  });

  test('goes everywhere by keyboard alone', async () => {
    const page = await openConsole('/');
    await page.getByText(words('overview.perDay')).first().waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.locator('tbody a[data-row]').nth(3).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('1 chosen').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: words('list.detail') }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: words('shortcuts.title') }).waitFor();
  });
});

const screens = ['/overview', '/people', '/people/invites', '/jobs', '/audit', '/settings'] as const;
describe.each(['en', 'he', 'yi'] as const)('in %s', (language) => {
  test('nothing keeps anybody out of any screen', async () => {
    const page = await openConsole('/overview', language);
    for (const screen of screens) {
      await page.goto(`/admin${screen}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      // The first row with its detail as well, where the screen is a list.
      const row = page.locator('tbody a[data-row]').first();
      if ((await row.count()) > 0) {
        await row.click();
        await page.locator('section[tabindex="-1"] h2').first().waitFor();
      }
      expect(await violationsOn(page, language), screen).toEqual([]);
    }
    await page.context().close();
  });
});
