import { chromium, type BrowserContext } from 'playwright-core';
import { findBrowser } from '../../scripts/test/find-browser.js';
import { microphoneFlags } from './browser.js';
import { watchRecitals } from './recital-times.js';

/** A Chromium that can be killed, as a crash or an empty battery would end it. */
export interface MortalBrowser {
  /** Its one profile; what it keeps on the disk is there again after the next start. */
  readonly context: BrowserContext;
  /** SIGKILL for the browser; settles when it is gone. */
  kill(): Promise<void>;
}

/** How such a browser is started. */
export interface MortalBrowserOptions {
  /** Folder of the profile, made when it is missing. */
  readonly profile: string;
  /** A WAV file. */
  readonly microphone: string;
  /** Address of the system. */
  readonly url: string;
}

/** Starts a Chromium on a profile folder of its own. */
export async function startMortalBrowser(options: MortalBrowserOptions): Promise<MortalBrowser> {
  const { executablePath, args, env } = await findBrowser();
  const context = await chromium.launchPersistentContext(options.profile, {
    executablePath,
    args: [...args, ...microphoneFlags(options.microphone)],
    env: { ...process.env, ...env },
    baseURL: options.url,
    locale: 'en',
    reducedMotion: 'reduce',
  });
  await watchRecitals(context);
  const pid = await processIdOf(context);
  return {
    context,
    async kill() {
      const closed = context.waitForEvent('close');
      process.kill(pid, 'SIGKILL');
      await closed;
    },
  };
}

/** The browser tells it by itself; Playwright does not. */
async function processIdOf(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession();
  const answer = await session?.send('SystemInfo.getProcessInfo');
  const main = answer?.processInfo.find(({ type }) => type === 'browser');
  if (main === undefined) throw new Error('The browser does not tell its process id.');
  return main.id;
}
