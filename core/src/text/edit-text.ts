import type { EntityManager } from '@mikro-orm/postgresql';
import { AppError } from '../errors/app-error.js';
import { oneLine } from '../input/plain-characters.js';
import { changeText, type TextEditor } from './change-text.js';
import { checkParagraphs } from './split-sentences.js';
import { countWords } from './text-figures.js';
import { TextDocument } from './text-document.entity.js';
import { TextRevision } from './text-revision.entity.js';

/** New words of a text. */
export interface TextEdit {
  readonly textId: string;
  /** Number of the revision that the new words were made from. */
  readonly expectedRevision: number;
  /** Paragraphs of sentences; empty ones are left out. */
  readonly paragraphs: readonly (readonly string[])[];
}

/**
 * Gives a text new words as its next revision. Recordings that exist or run keep the revision that they began with.
 * @throws NOT_FOUND, BAD_USER_INPUT, CONFLICT when somebody else gave it new words meanwhile.
 */
export async function editText(
  em: EntityManager,
  editor: TextEditor,
  { textId, expectedRevision, paragraphs }: TextEdit,
): Promise<TextDocument> {
  const words = paragraphs
    .map((sentences) => sentences.map(oneLine).filter((sentence) => sentence !== ''))
    .filter((sentences) => sentences.length > 0);
  checkParagraphs('paragraphs', words);
  const number = expectedRevision + 1;
  const order = { textId, act: 'text.edit', details: { revision: number } } as const;
  return changeText(em, editor, order, async (transaction, text) => {
    if (text.currentRevision !== expectedRevision) throw staleRevision(text.currentRevision);
    await transaction.insert(TextRevision, {
      document: textId,
      number,
      paragraphs: words,
      sentenceCount: words.flat().length,
      wordCount: countWords(words, text.language),
    });
    await transaction.nativeUpdate(
      TextDocument,
      { id: textId },
      { currentRevision: number, updatedAt: new Date() },
    );
    return true;
  });
}

function staleRevision(currentRevision: number): AppError {
  return new AppError(
    'CONFLICT',
    'Somebody else has changed this text meanwhile. Load it again and put your changes into it.',
    { currentRevision },
  );
}
