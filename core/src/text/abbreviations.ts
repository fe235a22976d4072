import type { Language } from './text-document.entity.js';

/** Abbreviations, without their full stop, after which a sentence goes on. */
const goingOn: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'Mr Mrs Ms Mx Dr Prof Rev Hon Fr Gen Col Maj Capt Lt Sgt Gov Sen Rep Pres St Mt Ft vs cf Messrs Mme Mlle e.g i.e viz ca approx'.split(
      ' ',
    ),
  ),
  he: new Set('לדוג גב פרופ רח שד אינג אדר Inc Ltd Co Corp Dr Mr Mrs St vs'.split(' ')),
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
  return before === 'I.' || isInitials(word, language);
}

/** One letter, with its points; or letters with full stops between: J, U.S, א. English `I` ends sentences. */
function isInitials(word: string, language: Language): boolean {
  if (language === 'en' && (word === 'I' || /^[ap]\.m$/i.test(word))) return false;
  return /^\p{L}\p{M}*(?:\.\p{L}\p{M}*)*$/u.test(word);
}
