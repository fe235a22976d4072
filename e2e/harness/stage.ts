import type { Browser, BrowserContext } from 'playwright-core';
import { expect } from 'vitest';
import { openProfile, startBrowser, type Visitor } from './browser.js';
import { startSystem, type System, type SystemOptions } from './system.js';
import { writeFakeMicrophone } from './voice.js';

/** A running system and a browser with a voice at its microphone. */
export interface Stage {
  readonly system: System;
  readonly browser: Browser;
  /** A browser profile of its own, at the system's pages. */
  enter(visitor?: Visitor): Promise<BrowserContext>;
  /** Ends everything, and expects that the consistency check finds nothing. */
  close(): Promise<void>;
}

/**
 * Sets up what a test file in the browser needs; to be called in `beforeAll` and closed in `afterAll`.
 * @param settings - environment variables of the system
 */
export async function openStage(
  settings: NodeJS.ProcessEnv = {},
  options: SystemOptions = {},
): Promise<Stage> {
  const system = await startSystem(settings, options);
  try {
    const browser = await startBrowser(await writeFakeMicrophone(system.scratch));
    return {
      system,
      browser,
      enter: (visitor = { language: 'en' }) => openProfile(browser, system.url, visitor),
      async close() {
        try {
          await browser.close();
          expect(await system.fsck()).toBe('');
        } finally {
          await system.stop();
        }
      },
    };
  } catch (error) {
    await system.stop();
    throw error;
  }
}
