import { badInput } from '../errors/app-error.js';
import { isAbbreviated } from './abbreviations.js';
import { splitParagraphs } from './split-paragraphs.js';
import type { Language } from './text-document.entity.js';

/** Characters of a whole text. */
const longestText = 1_000_000;
/** Sentences of a whole text. */
const mostSentences = 2_000;
/** Characters of a sentence: nobody reads a longer one in one breath, or three. */
const longestSentence = 2_000;

/**
 * Cuts plain text into paragraphs of sentences. Every word is kept as it was written; white space is one blank,
 * control characters are gone, marks of direction stay.
 * @throws BAD_USER_INPUT when nothing is left to read, or a limit is passed.
 */
export function splitText(text: string, language: Language): string[][] {
  if (text.length > longestText) {
    throw badInput('text', `A text may have ${longestText} characters. Take a part of it.`);
  }
  const paragraphs = splitParagraphs(text)
    .map((paragraph) => splitSentences(paragraph, language))
    .filter((sentences) => sentences.length > 0);
  const sentences = paragraphs.flat();
  if (sentences.length === 0) throw badInput('text', 'There is nothing to read in this text.');
  if (sentences.length > mostSentences) {
    throw badInput('text', `A text may have ${mostSentences} sentences; this one has ${sentences.length}.`);
  }
  const tooLong = sentences.find((sentence) => sentence.length > longestSentence);
  if (tooLong !== undefined) {
    throw badInput(
      'text',
      `A sentence may have ${longestSentence} characters. Put full stops into the one that begins “${tooLong.slice(0, 40)}…”.`,
    );
  }
  return paragraphs;
}

/**
 * The sentences of one paragraph, which is one line. ICU knows where sentences end by their signs; what it cuts
 * too early (abbreviations, initials, numbers of a list, speech that goes on) is put together again.
 * A remainder without a letter or digit stays with its neighbour: nobody can read it aloud.
 */
export function splitSentences(paragraph: string, language: Language): string[] {
  const sentences: string[] = [];
  let open = '';
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(paragraph)) {
    const [ended = '', marks = ''] = splitOffMarks(open);
    if (open !== '' && !goesOn(ended, segment, language)) {
      sentences.push(ended.trim());
      open = marks;
    }
    open += segment;
  }
  const last = open.trim();
  if (isReadable(last)) sentences.push(last);
  else if (last !== '' && sentences.length > 0) sentences.push(`${sentences.pop()} ${last}`);
  return sentences;
}

/** Marks of direction that stand before a sentence: ICU counts them to the one before. */
function splitOffMarks(text: string): string[] {
  return text.split(/(?<=\s)(?=[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+$)/u);
}

function goesOn(open: string, next: string, language: Language): boolean {
  const before = open.trimEnd();
  return (
    // No blank, no new sentence: C.I.A, 10.30, a name of a file.
    before === open ||
    !isReadable(before) ||
    !isReadable(next) ||
    isNumberOfList(before) ||
    isAbbreviated(before, next, language) ||
    isSpeechGoingOn(before, next, language)
  );
}

function isReadable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** `12.` and nothing else. */
function isNumberOfList(before: string): boolean {
  return /^[\p{N}.]+\.$/u.test(before);
}

/** Quoted speech ended by its own sign, with the sentence around it not yet at its end: “Why?” she asked. */
function isSpeechGoingOn(before: string, next: string, language: Language): boolean {
  if (!/[?!…]["'”“’»]$/u.test(before)) return false;
  // Hebrew letters have no case to tell; who speaks follows more often than a new sentence, unless one more quote does.
  return language === 'en' ? /^\p{Ll}/u.test(next) : /^[\p{L}–—-]/u.test(next);
}
