import { fileURLToPath } from 'node:url';

/** A real voice in the public domain, 11.0 s; fixtures/README.md tells whose. */
export const voiceFile = fileURLToPath(new URL('./fixtures/inaugural-1961.flac', import.meta.url));

/** A sentence of the voice; seconds from the beginning of its file, to the nearest 0.1 s. */
export interface SpokenSentence {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** What is said and when. */
export const spokenSentences: readonly [SpokenSentence, SpokenSentence, SpokenSentence] = [
  { text: 'And so, my fellow Americans:', from: 0.3, to: 2.2 },
  { text: 'ask not what your country can do for you,', from: 3.2, to: 7.6 },
  { text: 'ask what you can do for your country.', from: 8.1, to: 10.6 },
];
