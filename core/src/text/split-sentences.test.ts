import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences, splitText } from './split-sentences.js';
import { languages, type Language } from './text-document.entity.js';

/** Each sentence in a line of its own, as it is to be split. */
const examples: Record<Language, string[]> = {
  en: [
    `Dr. Smith paid $3.50 to Mr. J. R. Jones.|He left at 5 p.m. on Monday.`,
    `“Why?” she asked.|Nobody knew.`,
    `He said "Stop!" and ran.|Then it was quiet.`,
    `“Why?”|“Because I say so.”`,
    `Visit the U.S. Capitol.|It opens at 9 a.m. every day.`,
    `Some animals, e.g. cats, sleep a lot.|So do I.|Then we wake.`,
    `See No. 5 and Fig. 12 on p. 3.|No.|That is wrong.`,
    `Prof. Lee met St. John vs. the town.|Wait… no.|What?!`,
    `1. Take the boat.|2. Row.`,
    `Version 2.10 costs 1,000.50.|Really?`,
    `A heading without an end`,
    `He read notes.txt and a.B.C.Then he left.`,
    `It ended . . .|Then it began.`,
  ],
  he: [
    `ד"ר כהן הגיע בשעה 10.30 לרח' יפו.|הוא איחר.`,
    `"מי שם?" שאלה האישה.|איש לא ענה.`,
    `בשנת תש"ח (1948) קמה המדינה.|צה"ל הוקם אחריה.`,
    `א. ב. יהושע כתב ספר.|ח. נ. ביאליק כתב שיר.`,
    `האם זה נכון?!|כן, בוודאי...|אולי.`,
    `ראו עמ. 15 בספר.|שם כתוב הכול.`,
    `הסכום הוא 1,234.56 ש"ח.|זה יקר!`,
    `בְּרֵאשִׁית בָּרָא אֱלֹהִים.|וְהָאָרֶץ הָיְתָה תֹהוּ.`,
  ],
  yi: [
    `ד"ר ווײַנרײַך האָט געשריבן אַ בוך.|מען לייענט עס נאָך הײַנט.`,
    `„ווער איז דאָ?“ האָט ער געפֿרעגט.|קיינער האָט נישט געענטפֿערט.`,
    `י. ל. פּרץ האָט געוווינט אין וואַרשע.|דאָרט האָט ער געשריבן.`,
    `אוי וויי!|וואָס זשע טוט מען?`,
    `אַז מען לעבט, דערלעבט מען.|אַזוי זאָגט מען.`,
  ],
};

const cases = languages.flatMap((language) => examples[language].map((lines) => ({ language, lines })));

describe('splitSentences', () => {
  it.each(cases)('$language: $lines', ({ language, lines }) => {
    const sentences = lines.split('|');
    expect(splitSentences(sentences.join(' '), language)).toEqual(sentences);
  });
});

describe('splitText', () => {
  it('makes a paragraph of every line, however lines end', () => {
    expect(splitText('One.\r\nTwo. Three.\n\n\nFour.\u2028Five.\n', 'en')).toEqual([
      ['One.'],
      ['Two.', 'Three.'],
      ['Four.'],
      ['Five.'],
    ]);
  });

  it('puts lines together that were wrapped at a width', () => {
    const wrapped = [
      'On Mill Lane there is a library no larger than a wardrobe. It stands by',
      'the garden gate of number twelve, with a tin roof and a door that sticks',
      'in wet weather.',
    ];
    expect(splitText(`Title\n\n${wrapped.join('\n')}\n\nEnd.`, 'en')).toEqual([
      ['Title'],
      [
        'On Mill Lane there is a library no larger than a wardrobe.',
        'It stands by the garden gate of number twelve, with a tin roof and a door that sticks in wet weather.',
      ],
      ['End.'],
    ]);
  });

  it('leaves the lines of a poem apart', () => {
    expect(splitText('Roses are red,\nviolets are blue,\nsugar is sweet', 'en')).toHaveLength(3);
  });

  it('takes out control characters and spare white space, and keeps marks of direction', () => {
    expect(splitText('\ufeff A\0  b\t\u00a0cow. \u200fשלום\u200e\u0007 world.', 'en')).toEqual([
      ['A b cow.', '\u200fשלום\u200e world.'],
    ]);
  });

  it('gives signs that nobody can read aloud to the sentence beside them', () => {
    expect(splitText('* * *\n\nThe end. ✳ \n— .', 'en')).toEqual([['The end. ✳']]);
  });

  it.each(['', '   \n\n ', '\0\0', '... !!! —', '\u200f'])('refuses %j: there is nothing to read', (text) => {
    expect(() => splitText(text, 'he')).toThrow(/nothing to read/);
  });

  it('refuses what is beyond the limits', () => {
    expect(() => splitText('a'.repeat(1_000_001), 'en')).toThrow(/1000000 characters/);
    expect(() => splitText('Yes.\n'.repeat(2_001), 'en')).toThrow(/2000 sentences; this one has more/);
    expect(() => splitText(`Fine. ${'x'.repeat(2_001)}.`, 'en')).toThrow(/begins “xxx/);
  });

  it('cuts what has no end at all, without losing a word', () => {
    const words = Array.from({ length: 3_000 }, (_, index) => `word${index}`);
    const sentences = splitSentences(words.join(' '), 'en');
    expect(sentences.join(' ').split(' ')).toEqual(words);
    expect(Math.max(...sentences.map(({ length }) => length))).toBeLessThan(400);
  });

  it.each(['Mr. ', '1. ', 'x?" y ', 'e.g. x ', '!? ', '\u200f. '])(
    'is done with a quarter of a million characters of %j before anybody notices',
    (piece) => {
      // Work that grows with the square of the length took half a minute, in which the API answered nobody.
      const sentences = splitSentences(piece.repeat(250_000 / piece.length).trim(), 'en');
      expect(sentences.join(' ').length).toBeGreaterThan(sentences.length === 0 ? -1 : 200_000);
    },
    // Seconds more than it takes; with a window as long as the text it was minutes.
    8_000,
  );

  it('loses no word and adds none, in any language', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'שלום',
        'ד"ר',
        "רח'",
        'תש"ח',
        'װאָס',
        'ייִדיש',
        'Mr.',
        'e.g.',
        'J.',
        'word',
        'Word',
        '3.14',
        '1.',
        'a.m.',
        'א.',
      ),
      fc.constantFrom('.', '!', '?', '…', '"', '“', '”', '—', '(', ')', ':', '׃', '׀', ','),
      fc.constantFrom(' ', '  ', '\n', '\n\n', '\t', '\u200f', '\u00a0'),
      fc.string({ maxLength: 6, unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom(...languages), (pieces, language) => {
        const text = pieces.join('');
        // Lines without anything to read are left out on purpose.
        const words = text
          .split(/[\n\v\f\r\u0085\u2028\u2029]/u)
          .filter((line) => /[\p{L}\p{N}]/u.test(line))
          .flatMap((line) => line.replace(/[\p{Cc}\p{Cs}]/gu, ' ').split(/\s+/u))
          .filter((word) => word !== '');
        if (words.length === 0) return;
        const sentences = splitText(text, language).flat();
        expect(sentences.flatMap((sentence) => sentence.split(' '))).toEqual(words);
        for (const sentence of sentences) expect(sentence).toMatch(/[\p{L}\p{N}]/u);
      }),
      { numRuns: 2_000 },
    );
  });
});
