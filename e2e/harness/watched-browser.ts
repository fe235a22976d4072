import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { findBrowser } from '../../scripts/test/find-browser.js';
import type { System } from './system.js';

/**
 * Starts a Chromium that another program looks into.
 * @param port - where it listens for that program
 */
export async function startWatchedBrowser(system: System, port: number): Promise<BrowserContext> {
  const { executablePath, args, env } = await findBrowser();
  return chromium.launchPersistentContext(join(system.scratch, 'watched-profile'), {
    executablePath,
    args: [...args, `--remote-debugging-port=${port}`],
    env: { ...process.env, ...env },
    baseURL: system.url,
  });
}
