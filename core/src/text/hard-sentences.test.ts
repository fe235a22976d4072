import { describe, expect, it } from 'vitest';
import { english } from '../../test/hard-sentences/english.js';
import { hebrew } from '../../test/hard-sentences/hebrew.js';
import { yiddish } from '../../test/hard-sentences/yiddish.js';
import { measureSegmentation } from '../../test/measure-segmentation.js';
import { splitSentences } from './split-sentences.js';

/** What was reached (docs/decisions/004-sentences.md): less is a step back. */
const reached = [
  { language: 'en', passages: english, precision: 0.985, recall: 0.985 },
  { language: 'he', passages: hebrew, precision: 1, recall: 1 },
  { language: 'yi', passages: yiddish, precision: 1, recall: 1 },
] as const;

describe.each(reached)('hard sentences in $language', ({ language, passages, precision, recall }) => {
  it(`are told apart with precision ${precision} and recall ${recall} (npm run bench -- sentences)`, () => {
    const score = measureSegmentation(passages, (paragraph) => splitSentences(paragraph, language));
    expect(score.passages).toBeGreaterThanOrEqual(60);
    expect(score.wrong.length, score.wrong.join('\n')).toBeLessThanOrEqual(2);
    expect(score.precision).toBeGreaterThanOrEqual(precision);
    expect(score.recall).toBeGreaterThanOrEqual(recall);
  });
});
