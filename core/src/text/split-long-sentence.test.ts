import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestReading, readingSeconds } from './reading-time.js';
import { splitLongSentence } from './split-long-sentence.js';
import { splitSentences } from './split-sentences.js';
import { languages, type Language } from './text-document.entity.js';

const long: Record<Language, string> = {
  en: 'When the war was over and the last of the soldiers had come home to the valley, the people began to rebuild what had been lost; they carried stones from the river to the mill, they cut the timber that had stood unharmed through all those years on the northern slope, and in the evenings, when the light was gone, they sat together in the schoolhouse and spoke of the dead.',
  he: 'כאשר נגמרה המלחמה והאחרונים שבחיילים שבו אל העמק, התחילו האנשים לבנות מחדש את מה שנחרב; הם נשאו אבנים מן הנהר אל הטחנה, כרתו את העצים שעמדו שלמים כל השנים ההן במדרון הצפוני, ובערבים, כשהאור כבר נעלם, ישבו יחד בבית הספר ודיברו על המתים שלא ישובו עוד אל בתיהם.',
  yi: 'ווען די מלחמה האָט זיך געענדיקט און די לעצטע סאָלדאַטן זענען געקומען אַהיים אין טאָל, האָבן די מענטשן אָנגעהויבן צו בויען אויף ס׳נײַ וואָס מען האָט חרובֿ געמאַכט; זיי האָבן געטראָגן שטיינער פֿון טײַך צו דער מיל, געהאַקט די ביימער וואָס זענען געשטאַנען גאַנץ אַלע יענע יאָרן, און אין די אָוונטן האָבן זיי גערעדט וועגן די טויטע.',
};

describe('splitLongSentence', () => {
  it.each(languages)('cuts at clauses in %s, and no part takes much over 20 s', (language) => {
    const sentence = long[language];
    expect(readingSeconds(sentence, language)).toBeGreaterThan(longestReading);
    const parts = splitLongSentence(sentence, language);
    expect(parts.join(' ')).toBe(sentence);
    for (const part of parts) expect(readingSeconds(part, language)).toBeLessThanOrEqual(longestReading);
    for (const part of parts.slice(0, -1)) expect(part).toMatch(/[,;]$/);
    expect(splitSentences(sentence, language)).toEqual(parts);
  });

  it('counts letters, and not the points that a careful author added', () => {
    const pointed = 'בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם';
    expect(readingSeconds(pointed, 'he')).toBe(
      readingSeconds(pointed.normalize('NFD').replace(/\p{M}/gu, ''), 'he'),
    );
  });

  it('counts a number as the words that it is read as', () => {
    expect(readingSeconds('In 1948', 'en')).toBeGreaterThan(readingSeconds('In nine', 'en') * 1.5);
  });

  it('leaves short sentences alone, and a word without end', () => {
    expect(splitLongSentence('Short, and good; is it not?', 'en')).toEqual(['Short, and good; is it not?']);
    expect(splitLongSentence('x'.repeat(1_000), 'en')).toHaveLength(1);
  });

  it('loses no word and adds none, whatever it cuts', () => {
    const word = fc.constantFrom(
      'and',
      'word',
      'long,',
      'אבל',
      'שלום,',
      'און',
      '—',
      '1,948',
      'end;',
      '„ווער',
      '…',
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 300 }),
        fc.constantFrom(...languages),
        (words, language) => {
          const parts = splitLongSentence(words.join(' '), language);
          expect(parts.join(' ').split(' ')).toEqual(words);
          for (const part of parts) {
            if (part.includes(' '))
              expect(readingSeconds(part, language)).toBeLessThanOrEqual(longestReading);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
