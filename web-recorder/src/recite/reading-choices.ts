import { reactive, watch } from 'vue';
import { storedFields } from '../offline/stored-fields';

/** `book`: as texts are printed; `plain`: without serifs; `clear`: letters that dyslexic readers tell apart. */
export const readingFonts = ['book', 'plain', 'clear'] as const;
export type ReadingFont = (typeof readingFonts)[number];

/** Reading sizes in rem. */
export const textSizes = { smallest: 1.25, largest: 3, step: 0.125 } as const;

/** How somebody likes to read. */
export interface ReadingChoices {
  /** In rem; null: what suits the screen */
  size: number | null;
  font: ReadingFont;
  /** Only the current sentence and the next one are shown */
  focus: boolean;
  /** Keys that only type a character (P, R, S, ?) mean something */
  letterKeys: boolean;
}

export const READING_STORAGE_KEY = 'recital-reading';

/** The choices of this browser; whatever is changed in them is kept there. */
export function useReadingChoices(): ReadingChoices {
  const choices = reactive(readChoices(localStorage.getItem(READING_STORAGE_KEY)));
  watch(choices, () => localStorage.setItem(READING_STORAGE_KEY, JSON.stringify(choices)));
  return choices;
}

/** What was kept; whatever of it makes no sense is as in the beginning. */
export function readChoices(stored: string | null): ReadingChoices {
  const { size, font, focus, letterKeys } = storedFields<keyof ReadingChoices>(stored);
  const isSize = typeof size === 'number' && size >= textSizes.smallest && size <= textSizes.largest;
  return {
    size: isSize ? size : null,
    font: readingFonts.find((known) => known === font) ?? 'book',
    focus: focus === true,
    letterKeys: letterKeys !== false,
  };
}
