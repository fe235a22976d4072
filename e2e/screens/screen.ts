import type { Page } from 'playwright-core';
import type { WordFinder } from '../harness/words.js';

/** What a screen needs in order to be reached. */
export interface Visit {
  readonly page: Page;
  readonly words: WordFinder;
  readonly language: 'he' | 'en';
  /** A finished recording of the speaker's. */
  readonly recordingId: string;
}

/** A screen in one of its states. */
export interface Screen {
  readonly name: string;
  /** Whose it is; null: nobody is signed in; undefined: who usually uses the app. */
  readonly as?: string | null;
  /** Brings the page there. */
  readonly open: (visit: Visit) => Promise<void>;
}

/** A screen that is there when its title is. */
export function pageAt(address: string): Screen['open'] {
  return async ({ page }) => {
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
}
