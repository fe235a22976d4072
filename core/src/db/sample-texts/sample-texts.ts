import { englishSample } from './english.js';
import { hebrewSample } from './hebrew.js';
import type { SampleText } from './sample-text.js';
import { yiddishSample } from './yiddish.js';

/** What there is to read on a fresh development system; written for it. */
export const sampleTexts: readonly SampleText[] = [hebrewSample, yiddishSample, englishSample];
