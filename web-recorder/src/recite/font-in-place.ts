import { shallowRef, watch, type Ref } from 'vue';
import { readChoices, READING_STORAGE_KEY, type ReadingFont } from './reading-choices';

/** As the style sheets name them; what has no Hebrew takes it from the next one. */
const FAMILIES: Record<ReadingFont, string> = {
  book: '"Frank Ruhl Libre Variable"',
  plain: '"Heebo Variable"',
  clear: '"Atkinson Hyperlegible Next Variable", "Heebo Variable"',
};

/** Milliseconds after which somebody reads in the font of the device. */
const PATIENCE = 2_000;

/**
 * True when a text can be shown in the font that it will be read in. Before that its lines would break elsewhere, and
 * every word move as the font comes.
 * @param text - what is to be read; undefined until it is known
 */
export function useFontInPlace(text: () => string | undefined): Ref<boolean> {
  const inPlace = shallowRef(false);
  const family = FAMILIES[readChoices(localStorage.getItem(READING_STORAGE_KEY)).font];
  watch(
    text,
    async (words) => {
      if (words === undefined || inPlace.value) return;
      if (!isThere(family, words)) await Promise.race([arrival(family, words), patienceEnds()]);
      inPlace.value = true;
    },
    { immediate: true },
  );
  return inPlace;
}

function isThere(family: string, words: string): boolean {
  return document.fonts.check(`1em ${family}`, words);
}

/** Settles also when it cannot be had. */
async function arrival(family: string, words: string): Promise<void> {
  await document.fonts.load(`1em ${family}`, words).catch(() => []);
}

function patienceEnds(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE));
}
