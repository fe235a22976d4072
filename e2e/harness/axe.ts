import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Of axe's rules those whose outcome depends on the colours of a page. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds on a page, as it is and in its dark colours, as lines that can be acted on. The page is in its light
 * ones again afterwards.
 */
export async function violationsOn(page: Page): Promise<string[]> {
  const light = await found(new AxeBuilder({ page }));
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await found(new AxeBuilder({ page }).withRules(colourRules));
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((line) => `dark: ${line}`)];
}

async function found(axe: AxeBuilder): Promise<string[]> {
  // No page has a frame of another origin: without this, axe opens a page of its own for each analysis.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}
