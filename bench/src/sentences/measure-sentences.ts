import { english } from '@crowd-recital/core/test/hard-sentences/english.js';
import { hebrew } from '@crowd-recital/core/test/hard-sentences/hebrew.js';
import { yiddish } from '@crowd-recital/core/test/hard-sentences/yiddish.js';
import { measureSegmentation } from '@crowd-recital/core/test/measure-segmentation.js';
import { wholeSentences } from '@crowd-recital/core/text/split-sentences.js';
import { table } from '../table.js';
import { readTreebanks, type PassagesOfLanguage } from './treebank-passages.js';

const hardPassages: readonly PassagesOfLanguage[] = [
  { name: 'hard passages', language: 'en', passages: english },
  { name: 'hard passages', language: 'he', passages: hebrew },
  { name: 'hard passages', language: 'yi', passages: yiddish },
];

/**
 * Prints how well sentences are told apart by ICU alone and by what is used, and the passages that come out wrong.
 * @param folder - with treebanks to measure by; without it our own hard passages are taken.
 */
export async function measureSentences(folder: string | undefined): Promise<void> {
  const suites = folder === undefined ? hardPassages : await readTreebanks(folder);
  const rows = [['text', 'language', 'by', 'passages', 'sentences', 'precision', 'recall']];
  const wrong: string[] = [];
  for (const { name, language, passages } of suites) {
    const icu = new Intl.Segmenter(language, { granularity: 'sentence' });
    const sentences = passages.reduce((sum, passage) => sum + passage.split('|').length, 0);
    const ways = {
      'ICU alone': (paragraph: string) => Array.from(icu.segment(paragraph), ({ segment }) => segment),
      'as used': (paragraph: string) => wholeSentences(paragraph, language),
    };
    for (const [way, split] of Object.entries(ways)) {
      const score = measureSegmentation(passages, split);
      const [precision, recall] = [score.precision.toFixed(3), score.recall.toFixed(3)];
      rows.push([name, language, way, String(score.passages), String(sentences), precision, recall]);
      if (way === 'as used') wrong.push(...score.wrong);
    }
  }
  console.log(table(rows));
  if (wrong.length > 0) console.log(`\nCut wrongly:\n${wrong.map((each) => `  ${each}`).join('\n')}`);
}
