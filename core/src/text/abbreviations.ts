import type { Language } from './text-document.entity.js';

/** Abbreviations, without their full stop, after which a sentence goes on. */
const goingOn: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'Mr Mrs Ms Mx Dr Prof Rev Hon Fr Gen Col Maj Capt Lt Sgt Gov Sen Rep Pres St Mt Ft vs cf Messrs Mme Mlle e.g i.e viz ca approx'.split(
      ' ',
    ),
  ),
  he: new Set('לדוג גב פרופ רח שד אינג אדר סט Inc Ltd Co Corp Dr Mr Mrs St vs'.split(' ')),
  yi: new Set('פֿר הר פּראָפֿ פראפ פּרעז אינזש Inc Ltd Co Corp Dr Mr Mrs St vs'.split(' ')),
};

/** Abbreviations after which a sentence goes on when a number follows: No. 5. */
const beforeNumber: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'No Nos Vol Vols vol vols Fig fig Ch ch Chap chap Sec sec Art p pp Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec b d c'.split(
      ' ',
    ),
  ),
  he: new Set(['עמ', 'מס', 'טל', 'סע', 'פס', 'כ', 'גיל']),
  yi: new Set(['זז', 'נומ', 'קאַפּ', 'באַנד']),
};

/**
 * True when the full stop at the end of `before` belongs to an abbreviation or an initial, and the sentence goes on
 * with `next`.
 */
export function isAbbreviated(before: string, next: string, language: Language): boolean {
  const [, word] = /(?:^|\s)["'“„‘«([]*(\S+)\.$/u.exec(before) ?? [];
  if (word === undefined) return false;
  if (goingOn[language].has(word)) return true;
  if (beforeNumber[language].has(word) && /^\p{N}/u.test(next)) return true;
  // `I` ends sentences, and begins the name of a man called Isaac.
  return before === 'I.' || (isInitials(word, language) && !labelledByLetter[language].test(before));
}

/** What is called by a letter, which is no one's initial then: vitamin C, class B. */
const labelledByLetter: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:vitamin|hepatitis|plan|grade|class|type|group|appendix|section|part|team|exhibit|option) \p{L}\.$/iu,
  he: /(?:^|\s)[ובלמהשכ]{0,3}(?:יום|כיתה|כתה|קבוצה|ליגה|חלק|סעיף|שלב|סוג|ויטמין|נספח|שכבה|תוכנית|מיליון|מיליוני|מיליארד|מיליארדי) \p{L}\.$/u,
  yi: /(?:^|\s)(?:קלאַס|קלאס|טייל|טײל|גרופּע|וויטאַמין|װיטאַמין) \p{L}\p{M}*\.$/u,
};

/** English letters by their names, as Hebrew writes the initials of foreign names: אר. אל. סטיין. */
const letterNames = new Set(
  "איי אי בי סי די אף ג'י ג׳י אייץ' אייץ׳ ג'יי ג׳יי קיי אל אם אן או פי קיו אר אס טי יו וי דבליו אקס וואי זי".split(
    ' ',
  ),
);

/**
 * One letter, with its points; or letters with full stops between: J, U.S, א. English `I` ends sentences. Hebrew puts
 * its short words in front of them: וא.ס, לת.ד.
 */
function isInitials(word: string, language: Language): boolean {
  if (language === 'en' && (word === 'I' || /^[ap]\.m$/i.test(word))) return false;
  if (language === 'he' && (letterNames.has(word) || /^[ובלמהשכ]{1,2}\p{L}(?:\.\p{L})+$/u.test(word)))
    return true;
  return /^\p{L}\p{M}*(?:\.\p{L}\p{M}*)*$/u.test(word);
}
