import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Of axe's rules those whose outcome depends on the colours of a page; they take half of its time. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds on a page, as lines that can be acted on. Colours, light and dark, are those of every language: they are
 * looked at where a page is shown in English. The page is in its light ones again afterwards.
 */
export async function violationsOn(page: Page, language: 'en' | 'he' | 'yi' = 'en'): Promise<string[]> {
  if (language !== 'en') {
    return found(page, { rules: Object.fromEntries(colourRules.map((rule) => [rule, { enabled: false }])) });
  }
  const light = await found(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await found(page, { runOnly: { type: 'rule', values: colourRules } });
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((line) => `dark: ${line}`)];
}

async function found(page: Page, narrowed: Parameters<AxeBuilder['options']>[0] = {}): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // Whatever passes would be described in full as well, which takes a third of the time.
    .options({ resultTypes: ['violations'], ...narrowed })
    // No page has a frame of another origin: without this, axe opens a page of its own for each analysis.
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}
