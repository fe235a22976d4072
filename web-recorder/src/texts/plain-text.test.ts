import { describe, expect, it } from 'vitest';
import { countWords, guessLanguage, minutesToRead, textFault } from './plain-text';

describe('guessLanguage', () => {
  it.each([
    ['בבוקר פותחים הדייגים את הרשתות ופורשים אותן על הרציף. ריח המלח מתערב בריח הלחם.', 'HE'],
    ['אין אָנהייב איז געווען אַ קליין שטעטל, און דאָרט האָבן געוווינט פֿרומע ייִדן.', 'YI'],
    ['בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ', 'HE'],
    ['The lighthouse keeper climbed the stairs.', 'EN'],
    ['He said "שלום" and left the room.', 'EN'],
  ])('of %s is %s', (text, language) => expect(guessLanguage(text)).toBe(language));

  it('waits for letters', () => expect(guessLanguage('12 —')).toBeNull());
});

describe('textFault', () => {
  it('finds nothing to read in blanks and in figures', () => {
    expect([' \n', '123 -- 4', 'שלום'].map(textFault)).toEqual(['empty', 'noLetters', null]);
  });
});

describe('counting', () => {
  it('takes a word with its points, hyphens and quotes as one', () => {
    expect(countWords('הַיֶּלֶד בית-ספר צה״ל don’t 42 a')).toBe(5);
  });

  it('never promises less than a minute', () => {
    expect([1, 110, 330].map((words) => minutesToRead(words, 'HE'))).toEqual([1, 1, 3]);
    expect(minutesToRead(300, 'EN')).toBe(2);
  });
});
