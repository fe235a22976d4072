import { sampleTexts } from '@crowd-recital/core/db/seed-development.js';
import type { Page } from 'playwright-core';
import { pageAt, type Screen } from './screen.js';

const rowsOf = (page: Page) => page.locator('tbody a[data-row]');

/** A list with its rows. */
function listAt(address: string): Screen['open'] {
  return async ({ page }) => {
    await page.goto(address);
    await rowsOf(page).first().waitFor();
  };
}

/** A list with what one of its rows tells beside it. */
function detailAt(address: string, row = 0): Screen['open'] {
  return async (visit) => {
    await listAt(address)(visit);
    await rowsOf(visit.page).nth(row).click();
    await visit.page.locator('section[tabindex="-1"] nav a').first().waitFor();
  };
}

/** Every screen of the console, in the order of its menu. */
export const consoleScreens: readonly Screen[] = [
  { name: 'sign-in', as: null, open: pageAt('/admin/') },
  { name: 'overview', open: pageAt('/admin/overview') },
  { name: 'people', open: listAt('/admin/people') },
  { name: 'person', open: detailAt('/admin/people', 4) },
  { name: 'invites', open: listAt('/admin/people/invites') },
  { name: 'recordings', open: listAt('/admin/recordings') },
  {
    name: 'recording',
    open: async ({ page, words, recordingId }) => {
      await page.goto(`/admin/recordings/${recordingId}`);
      await page.getByRole('button', { name: words('player.play'), exact: true }).waitFor();
    },
  },
  {
    name: 'review',
    open: async ({ page, words, recordingId }) => {
      // By way of the speaker: of the others there is no sound.
      await page.goto(`/admin/recordings/${recordingId}`);
      await page.locator('a[href*="/admin/people/"]:has(bdi)').click();
      await page.getByRole('link', { name: words('people.toReview') }).click();
      await page.getByRole('button', { name: words('player.play'), exact: true }).waitFor();
      for (const verdict of ['1', '3']) await page.keyboard.press(verdict);
      await page.getByText(words('review.verdict.NOISE')).nth(1).waitFor();
      await page.getByText(words('player.paused')).waitFor();
      await page.mouse.move(0, 0);
    },
  },
  { name: 'texts', open: listAt('/admin/texts') },
  { name: 'text', open: detailAt('/admin/texts') },
  { name: 'text-sentences', open: pageAt(`/admin/texts/${sampleTexts[0]?.id ?? ''}/sentences`) },
  { name: 'texts-import', open: pageAt('/admin/texts/import') },
  { name: 'texts-reported', open: listAt('/admin/texts/reported') },
  { name: 'jobs', open: listAt('/admin/jobs') },
  { name: 'audit', open: listAt('/admin/audit') },
  { name: 'settings', open: pageAt('/admin/settings') },
  {
    name: 'shortcuts',
    open: async ({ page, words }) => {
      await listAt('/admin/people')({ page, words, language: 'en', recordingId: '' });
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: words('shortcuts.title') }).waitFor();
    },
  },
];
