import { sampleTexts } from '@crowd-recital/core/db/seed-development.js';
import type { Page } from 'playwright-core';
import { pageAt, type Screen } from './screen.js';

const firstRow = (page: Page) => page.locator('tbody a[data-row]').first();

/** A list with its rows. */
function listAt(address: string): Screen['open'] {
  return async ({ page }) => {
    await page.goto(address);
    await firstRow(page).waitFor();
  };
}

/** A list with what its first row tells beside it. */
function detailAt(address: string): Screen['open'] {
  return async (visit) => {
    await listAt(address)(visit);
    await firstRow(visit.page).click();
    await visit.page.locator('section[tabindex="-1"] h2').first().waitFor();
  };
}

/** Every screen of the console, in the order of its menu. */
export const consoleScreens: readonly Screen[] = [
  { name: 'sign-in', as: null, open: pageAt('/admin/') },
  { name: 'overview', open: pageAt('/admin/overview') },
  { name: 'people', open: listAt('/admin/people') },
  { name: 'person', open: detailAt('/admin/people') },
  { name: 'invites', open: pageAt('/admin/people/invites') },
  { name: 'recordings', open: listAt('/admin/recordings') },
  {
    name: 'recording',
    open: async ({ page, words, recordingId }) => {
      await page.goto(`/admin/recordings/${recordingId}`);
      await page.getByRole('button', { name: words('player.play'), exact: true }).waitFor();
    },
  },
  { name: 'review', open: pageAt('/admin/review') },
  { name: 'texts', open: listAt('/admin/texts') },
  { name: 'text', open: detailAt('/admin/texts') },
  { name: 'text-sentences', open: pageAt(`/admin/texts/${sampleTexts[0]?.id ?? ''}/sentences`) },
  { name: 'texts-import', open: pageAt('/admin/texts/import') },
  { name: 'texts-reported', open: pageAt('/admin/texts/reported') },
  { name: 'jobs', open: pageAt('/admin/jobs') },
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
