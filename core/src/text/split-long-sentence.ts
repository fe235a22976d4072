import { longestReading, readingSeconds } from './reading-time.js';
import type { Language } from './text-document.entity.js';

/** Words that begin a clause. Hebrew writes many of them as one letter in front of the next word. */
const beginsClause: Readonly<Record<Language, RegExp>> = {
  en: /^(?:and|but|or|nor|so|yet|because|although|though|while|when|where|which|who|whose|that|if|unless|since|until|after|before|as|than)$/iu,
  he: /^(?:אבל|אך|כי|או|אולם|לכן|אלא|אם|כאשר|אשר|למרות|מפני|משום|בעוד|לאחר|לפני|ואז|וכן|וגם|[ושכ]\p{M}*\p{L}.{2,})$/u,
  yi: /^(?:און|אָבער|אבער|נאָר|נאר|אָדער|אדער|ווײַל|ווייל|וואָס|וואס|ווען|אַז|אז|כאָטש|אויב|כּדי|כדי|איידער|בשעת|ביז|וווּ)$/u,
};

/** What a cut costs besides leaving unequal parts: the less the better a reader can breathe there. */
const price = { strong: 0, commaAndClause: 0.12, comma: 0.2, clause: 0.45, blank: 1 };

/** The shorter part of a cut has at least this share of the whole. */
const leastShare = 0.15;

/**
 * Cuts a sentence that takes longer than 20 s to read at its best clause boundaries, between words alone.
 * @returns its parts, which put together with blanks are the sentence; a single one where it is short enough.
 */
export function splitLongSentence(sentence: string, language: Language): string[] {
  if (readingSeconds(sentence, language) <= longestReading) return [sentence];
  const words = sentence.split(' ');
  const cut = bestCut(words, language);
  if (cut === undefined) return [sentence];
  return [words.slice(0, cut), words.slice(cut)].flatMap((part) =>
    splitLongSentence(part.join(' '), language),
  );
}

/** @returns the index of the word that begins the second part; undefined when there is only one word. */
function bestCut(words: readonly string[], language: Language): number | undefined {
  const seconds = words.map((word) => readingSeconds(`${word} `, language));
  const total = seconds.reduce((sum, each) => sum + each, 0);
  let before = 0;
  let best: { readonly at: number; readonly cost: number } | undefined;
  for (let at = 1; at < words.length; at += 1) {
    before += seconds[at - 1] ?? 0;
    const share = Math.min(before, total - before) / total;
    const isTooSmall = share < leastShare || !isReadable(words, at);
    const cost =
      boundary(words[at - 1] ?? '', words[at] ?? '', language) + (1 - 2 * share) + (isTooSmall ? 10 : 0);
    if (best === undefined || cost < best.cost) best = { at, cost };
  }
  return best?.at;
}

/** Both parts have something to read. */
function isReadable(words: readonly string[], at: number): boolean {
  const hasWord = (word: string): boolean => /[\p{L}\p{N}]/u.test(word);
  return hasWord(words[at - 1] ?? '') && hasWord(words[at] ?? '');
}

function boundary(last: string, next: string, language: Language): number {
  if (/[;:.!?…׃]["'”“’»]?$/u.test(last) || /^[–—]/u.test(next) || /[–—]$/u.test(last)) return price.strong;
  const clause = beginsClause[language].test(next.replace(/\p{P}/gu, ''));
  if (/[,،]["'”“’»]?$/u.test(last)) return clause ? price.commaAndClause : price.comma;
  return clause ? price.clause : price.blank;
}
