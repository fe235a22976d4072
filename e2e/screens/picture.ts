import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** Enough to judge letters and lines by, and a few kilobytes each. */
const quality = 60;

/** Waits until nothing moves any more: fonts, pictures, transitions, and whatever is still being fetched. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });
}

/** Writes what a window of the page's size shows, as WebP, which Playwright itself cannot. */
export async function takePicture(page: Page, file: string): Promise<void> {
  await settle(page);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality });
  await session.detach();
  await writeFile(file, Buffer.from(data, 'base64'));
}
