import { expect, test } from 'vitest';
import { languageOf } from './text-language.js';

test.each([
  ['ask not what your country can do for you', 'EN'],
  ['אל תשאל מה ארצך תעשה למענך', 'HE'],
  ['בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ', 'HE'],
  ['אַז מען לעבט דערלעבט מען זיך', 'YI'],
  ['וואָס טוט אַ ייִד אין דער פֿרי', 'YI'],
  ['אײן מאָל איז געװען אַ מלך', 'YI'],
])('%s is %s', (text, language) => {
  expect(languageOf(text)).toBe(language);
});
