import { AppError, type ErrorCode } from '../errors/app-error.js';

/** Why something does not become a text, in words that a program can translate. */
export const textRefusals = [
  'not-a-link',
  'wrong-host',
  'unsupported-language',
  'not-an-article',
  'article-not-found',
  'wiki-unavailable',
  'unsupported-format',
  'too-large',
  'unpacks-too-large',
  'too-complex',
  'broken-file',
  'protected-file',
  'no-text-layer',
  'nothing-to-read',
  'too-many-imports',
  'no-room',
  'failed',
] as const;
export type TextRefusal = (typeof textRefusals)[number];

/** Bytes of a file that is taken in. */
export const largestFileBytes = 10 * 1_024 * 1_024;

/** The code that a refusal has as an error, and the sentence that says what to do. */
const refusals: Readonly<Record<TextRefusal, readonly [ErrorCode, string]>> = {
  'not-a-link': [
    'BAD_USER_INPUT',
    'This is not the link of an article. Copy it from the address bar, such as https://en.wikipedia.org/wiki/Harbor.',
  ],
  'wrong-host': [
    'BAD_USER_INPUT',
    'Articles come from Wikipedia in Hebrew, Yiddish or English, or from the Yiddish Hamichlol. Copy a link of one of these, or paste the text itself.',
  ],
  'unsupported-language': [
    'BAD_USER_INPUT',
    'This is a Wikipedia in another language. Take an article in Hebrew, Yiddish or English.',
  ],
  'not-an-article': [
    'BAD_USER_INPUT',
    'This link leads to a page of the wiki that is no article. Open the article itself and copy its link.',
  ],
  'article-not-found': [
    'NOT_FOUND',
    'The wiki has no article by this name. See that the whole link was copied, and that it opens in the browser.',
  ],
  'wiki-unavailable': [
    'UPSTREAM_UNAVAILABLE',
    'The wiki does not answer at the moment. Try again in a few minutes, or paste the text itself.',
  ],
  'unsupported-format': [
    'UNSUPPORTED_MEDIA_TYPE',
    'Files of this kind cannot be read. Save it as .docx, .epub, .pdf, .html, .md or .txt and send that.',
  ],
  'too-large': [
    'PAYLOAD_TOO_LARGE',
    `A file may have ${largestFileBytes / 1_048_576} MB. Take its pictures out, or send it in parts.`,
  ],
  'unpacks-too-large': [
    'PAYLOAD_TOO_LARGE',
    'Unpacked, this file has more than 100 MB or 2,000 parts. Take its pictures out, or send it in parts.',
  ],
  'too-complex': [
    'BAD_USER_INPUT',
    'Reading this file takes more time or memory than one may have. Save its text as .txt, or send it in parts.',
  ],
  'broken-file': [
    'BAD_USER_INPUT',
    'This file is damaged, or is not what its name says. Open it in the program that it was made with, save it anew and send that.',
  ],
  'protected-file': [
    'BAD_USER_INPUT',
    'This file is protected by a password or against copying. Save it without protection, if you may, and send that.',
  ],
  'no-text-layer': [
    'BAD_USER_INPUT',
    'This PDF holds pictures of pages and no text. Let a program recognise the text first, or paste the text itself.',
  ],
  'nothing-to-read': [
    'BAD_USER_INPUT',
    'There is nothing to read in this: no sentence is left without tables, lists of sources and what stands in parentheses.',
  ],
  'too-many-imports': [
    'RATE_LIMITED',
    'Too many of your texts are still being taken in. Wait until some are done, then go on.',
  ],
  'no-room': [
    'CONFLICT',
    'You have stored as many texts as one speaker may. Delete some that you no longer read, then try again.',
  ],
  failed: [
    'UPSTREAM_UNAVAILABLE',
    'Taking this text in failed several times, through no fault of yours. Try again later, or paste the text itself.',
  ],
};

/** The sentence that tells a person what to do. */
export function refusalMessage(refusal: TextRefusal): string {
  return refusals[refusal][1];
}

/** A refusal as an error; `extensions.reason` names it as the schema's enum `TextRefusal` does. */
export class TextRefusedError extends AppError {
  readonly refusal: TextRefusal;

  /** @param field - name of the argument at fault, told to the caller. */
  constructor(refusal: TextRefusal, field?: string) {
    const [code, message] = refusals[refusal];
    super(code, message, {
      ...(field === undefined ? {} : { field }),
      reason: refusal.toUpperCase().replaceAll('-', '_'),
      ...(refusal === 'too-many-imports' ? { retryAfterSeconds: 30 } : {}),
    });
    this.name = 'TextRefusedError';
    this.refusal = refusal;
  }
}
