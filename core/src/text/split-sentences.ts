import { badInput, type AppError } from '../errors/app-error.js';
import { isAbbreviated } from './abbreviations.js';
import { splitParagraphs } from './split-paragraphs.js';
import { longestSentence, longestText, mostSentences } from './text-limits.js';
import { TextRefusedError } from './text-refusal.js';
import { splitLongSentence } from './split-long-sentence.js';
import { isSpeechGoingOn } from './speech-going-on.js';
import type { Language } from './text-document.entity.js';

/**
 * Cuts plain text into paragraphs of sentences. Every word is kept as it was written; white space is one blank,
 * control characters are gone, marks of direction stay.
 * @throws BAD_USER_INPUT when nothing is left to read, or a limit is passed.
 */
export function splitText(text: string, language: Language): string[][] {
  if (text.length > longestText) {
    throw badInput('text', `A text may have ${longestText} characters. Take a part of it.`);
  }
  const paragraphs: string[][] = [];
  let count = 0;
  for (const paragraph of splitParagraphs(text)) {
    const sentences = splitSentences(paragraph, language);
    if (sentences.length > 0) paragraphs.push(sentences);
    count += sentences.length;
    // A text that is far too long is not cut to its end first: the server has other things to do.
    if (count > mostSentences) throw tooManySentences('text');
  }
  checkParagraphs('text', paragraphs);
  return paragraphs;
}

/**
 * @param field - name of the argument, told to the caller.
 * @throws BAD_USER_INPUT when there is nothing to read, or a limit is passed.
 */
export function checkParagraphs(field: string, paragraphs: readonly (readonly string[])[]): void {
  const sentences = paragraphs.flat();
  if (sentences.length === 0) throw new TextRefusedError('nothing-to-read', field);
  if (sentences.length > mostSentences) throw tooManySentences(field);
  const tooLong = sentences.find((sentence) => sentence.length > longestSentence);
  if (tooLong !== undefined) throw tooLongSentence(field, tooLong);
}

function tooManySentences(field: string): AppError {
  return badInput(field, `A text may have ${mostSentences} sentences; this one has more. Take a part of it.`);
}

function tooLongSentence(field: string, sentence: string): AppError {
  return badInput(
    field,
    `A sentence may have ${longestSentence} characters. Put full stops into the one that begins “${sentence.slice(0, 40)}…”.`,
  );
}

/**
 * The sentences of one paragraph, which is one line, each short enough to be read in one go: one that takes longer than
 * 20 s to read is cut at its clauses.
 */
export function splitSentences(paragraph: string, language: Language): string[] {
  return wholeSentences(paragraph, language).flatMap((sentence) => splitLongSentence(sentence, language));
}

/**
 * The sentences of one paragraph, which is one line, however long they are. ICU knows where sentences end by their
 * signs; what it cuts too early (abbreviations, initials, numbers of a list, speech that goes on) is put together again.
 * A remainder without a letter or digit stays with its neighbour: nobody can read it aloud.
 */
export function wholeSentences(paragraph: string, language: Language): string[] {
  const sentences: string[] = [];
  const isDialogue = /^[–—-] ?\p{L}/u.test(paragraph);
  let open = '';
  for (const segment of segmentsOf(paragraph, language, isDialogue)) {
    const marks = marksBefore.exec(open.slice(-mostMarks))?.[0] ?? '';
    const ended = open.slice(0, open.length - marks.length);
    // What never ends is cut anyway, at clauses.
    const isEndless = open.length > endless && open.endsWith(' ');
    if (open !== '' && (isEndless || !goesOn(ended, segment, language, isDialogue))) {
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

/** Characters after which a sentence counts as one without end: more than a minute of reading. */
const endless = 1_000;

/** Characters that ICU looks at at a time. Its work on list numbers grows with the square of this. */
const windowLength = 1.2 * endless;

/**
 * What ICU takes for sentences. A window at a time, each beginning where the last whole one ended: in a line of list
 * numbers ICU looks ahead to the end of the text from every full stop.
 */
function* segmentsOf(paragraph: string, language: Language, isDialogue: boolean): Generator<string> {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  for (let start = 0; start < paragraph.length;) {
    const segments = [...segmenter.segment(paragraph.slice(start, start + windowLength))];
    const isLast = start + windowLength >= paragraph.length;
    const whole = isLast ? segments : segments.slice(0, -1);
    const texts = whole.length > 0 ? whole.map(({ segment }) => segment) : [upToBlank(paragraph, start)];
    for (const segment of texts) {
      yield* atFurtherEnds(segment, language, isDialogue);
      start += segment.length;
    }
  }
}

/** A window without the end of a sentence, up to its last blank. */
function upToBlank(paragraph: string, start: number): string {
  const window = paragraph.slice(start, start + windowLength);
  return window.slice(0, window.lastIndexOf(' ') + 1) || window;
}

/** Ends that ICU does not know: of a verse, of many sentences by an ellipsis, of one speaker's words. */
const furtherEnds = {
  verse: /(?<=׃ )/u,
  ellipsis: { en: /(?<=[\p{L}\p{N}] \S+… )(?=["“]?\p{Lu})/u, others: /(?<=\S+ \S+ \S+… )(?=["“„]?\p{L})/u },
  speaker: /(?<=[.!?…] )(?=[–—-] ?\p{L})/u,
  anySpeaker: /(?<=[.!?…] )(?=[–—] ?\p{Lu})/u,
};

function atFurtherEnds(segment: string, language: Language, isDialogue: boolean): string[] {
  const { verse, ellipsis, speaker, anySpeaker } = furtherEnds;
  const ends = [verse, language === 'en' ? ellipsis.en : ellipsis.others, isDialogue ? speaker : anySpeaker];
  return ends.reduce((parts, end) => parts.flatMap((part) => part.split(end)), [segment]);
}

/** Marks of direction that stand before a sentence: ICU counts them to the one before. */
const marksBefore = /(?<=\s)[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/u;
/** Characters at the end of a sentence among which such marks are looked for. */
const mostMarks = 16;

/** Characters at the end of a sentence that tell whether it ended; all of it each time would be quadratic work. */
const tellingEnd = 80;

function goesOn(open: string, next: string, language: Language, isDialogue: boolean): boolean {
  const before = open.trimEnd();
  const end = before.slice(-tellingEnd);
  return (
    // No blank, no new sentence: C.I.A, 10.30, a name of a file.
    before === open ||
    !isReadable(before) ||
    !isReadable(next) ||
    isNumberOfList(before) ||
    isOneWordWithDots(before) ||
    (language === 'en' && /^\p{Ll}/u.test(next)) ||
    isAbbreviated(end, next, language) ||
    isOmission(end) ||
    isAside(end, language) ||
    isSpeechGoingOn(end, next, language, isDialogue)
  );
}

function isReadable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** `12.` and nothing else. */
function isNumberOfList(before: string): boolean {
  return /^[\p{N}.]+\.$/u.test(before);
}

/** `Well...`: a word to begin with, and no sentence. */
function isOneWordWithDots(before: string): boolean {
  return /^\S{1,40}(?:\.\.\.|…)$/u.test(before);
}

/** `(…)`, where words of a sentence were left out. */
function isOmission(before: string): boolean {
  return /[^.?!…\s] [([](?:\.\.\.|…)[)\]]$/u.test(before);
}

/** `that sign (of what?)`: a question within a sentence. English has capitals to tell it by. */
function isAside(before: string, language: Language): boolean {
  return language !== 'en' && /[^.?!…:\s] \([^()]*[?!]\)$/u.test(before);
}
