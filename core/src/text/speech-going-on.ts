import type { Language } from './text-document.entity.js';

/**
 * Words that say who speaks, right after the words that were spoken: “– Come! – answered the angels.” English has small
 * letters to tell it by.
 */
const tellsWho: Readonly<Record<Language, RegExp>> = {
  en: /^(?!)/u,
  he: /^(?:אמר|אמרה|אמרו|אמרתי|שאל|שאלה|שאלו|שאלתי|ענה|ענתה|ענו|עניתי|השיב|השיבה|השיבו|צעק|צעקה|צעקו|קרא|קראה|לחש|לחשה|מלמל|מלמלה|הוסיף|הוסיפה|נאנח|נאנחה|פסק|פסקה)(?=[\s,.])/u,
  yi: /^(?:הא[ָ]?ט|הא[ָ]?בן|זא[ָ]?גט|זא[ָ]?גן|פ[ֿ]?רעגט|פ[ֿ]?רעגן|ענטפ[ֿ]?ערט|ענטפ[ֿ]?ערן|שר(?:ײַ|יי|ײ)ט|שר(?:ײַ|יי|ײ)ען|רופ[ֿ]?ט|רופ[ֿ]?ן|מא[ַ]?כט|טרא[ַ]?כט|לא[ַ]?כט|שמ(?:יי|ײ)כלט|ז(?:יפ[ֿ]?|יפ)צט|ב(?:ייז|ײז)ערט|שעפ[ּ]?טשעט)(?=[\s,.])/u,
};

/**
 * True when the words of a speaker ended and the sentence around them goes on: “Why?” she asked.
 * @param before - the end of what was read so far, from its last 80 characters.
 * @param isDialogue - whether the paragraph begins with a dash, as words of a speaker do.
 */
export function isSpeechGoingOn(
  before: string,
  next: string,
  language: Language,
  isDialogue: boolean,
): boolean {
  if (isDialogue && /[?!…]$/u.test(before) && tellsWho[language].test(next.replace(/^[–—-] ?/u, '')))
    return true;
  if (!/(?:[?!…]|\.\.\.)["'”“’»]$/u.test(before)) return false;
  // A colon, or a comma, said who speaks before the speech began.
  if (/[:,] ?["“„«'‘][^"“”„«»]*[?!….]["'”“’»]$/u.test(before)) return false;
  // Hebrew letters have no case to tell; who speaks follows more often than a new sentence, unless one more quote does.
  return language === 'en' ? /^\p{Ll}/u.test(next) : /^[\p{L}–—-]/u.test(next);
}
