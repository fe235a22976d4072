import { english } from '@crowd-recital/core/test/hard-sentences/english.js';
import { hebrew } from '@crowd-recital/core/test/hard-sentences/hebrew.js';
import { yiddish } from '@crowd-recital/core/test/hard-sentences/yiddish.js';
import { measureSegmentation } from '@crowd-recital/core/test/measure-segmentation.js';
import { splitSentences } from '@crowd-recital/core/text/split-sentences.js';
import { table } from '../table.js';

const suites = [
  { language: 'en', passages: english },
  { language: 'he', passages: hebrew },
  { language: 'yi', passages: yiddish },
] as const;

/** Prints how well sentences are told apart by ICU alone and by what is used, and the passages that come out wrong. */
export function measureSentences(): void {
  const rows = [['language', 'by', 'passages', 'precision', 'recall']];
  const wrong: string[] = [];
  for (const { language, passages } of suites) {
    const icu = new Intl.Segmenter(language, { granularity: 'sentence' });
    const ways = {
      'ICU alone': (paragraph: string) => Array.from(icu.segment(paragraph), ({ segment }) => segment),
      'as used': (paragraph: string) => splitSentences(paragraph, language),
    };
    for (const [name, split] of Object.entries(ways)) {
      const score = measureSegmentation(passages, split);
      rows.push([
        language,
        name,
        String(score.passages),
        score.precision.toFixed(3),
        score.recall.toFixed(3),
      ]);
      if (name === 'as used') wrong.push(...score.wrong);
    }
  }
  console.log(table(rows));
  if (wrong.length > 0) console.log(`\nCut wrongly:\n${wrong.map((each) => `  ${each}`).join('\n')}`);
}
