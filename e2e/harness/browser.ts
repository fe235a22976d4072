import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { findBrowser } from '../../scripts/test/find-browser.js';
import { watchRecitals } from './recital-times.js';

/** Starts a real Chromium without a window, for pages that need no microphone. */
export function startQuietBrowser(): Promise<Browser> {
  return launch([]);
}

/**
 * Starts a real Chromium without a window whose microphone plays a file, once, from the moment at which a page
 * opens it.
 * @param microphone - a WAV file
 */
export function startBrowser(microphone: string): Promise<Browser> {
  return launch(microphoneFlags(microphone));
}

async function launch(flags: readonly string[]): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser();
  return chromium.launch({ executablePath, args: [...args, ...flags], env: { ...process.env, ...env } });
}

/** Flags that make a Chromium take a WAV file for what its microphone hears, and not ask for permission. */
export function microphoneFlags(microphone: string): string[] {
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-audio-capture=${microphone}%noloop`,
    '--autoplay-policy=no-user-gesture-required',
  ];
}

/** Milliseconds that a page may take for what is waited for; Playwright's own 30 s are short where many things run. */
const patience = 60_000;

/** How a speaker's browser is set up. */
export interface Visitor {
  /** Language of the browser, and so of the pages. */
  readonly language: 'en' | 'he' | 'yi';
  readonly colours?: 'light' | 'dark';
}

/** A browser profile of its own, as another person or another device has it. */
export async function openProfile(browser: Browser, url: string, visitor: Visitor): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    locale: visitor.language,
    colorScheme: visitor.colours ?? 'light',
    permissions: ['microphone'],
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(patience);
  await watchRecitals(context);
  return context;
}
