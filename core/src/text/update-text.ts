import type { EntityManager } from '@mikro-orm/postgresql';
import { badInput } from '../errors/app-error.js';
import { changeSessionLanguage } from '../session/change-session-language.js';
import { changeText, type TextEditor } from './change-text.js';
import { checkTitle } from './check-title.js';
import { TextDocument, type Language } from './text-document.entity.js';

/** What is to change; what is undefined stays. */
export interface TextChanges {
  readonly title?: string | undefined;
  readonly language?: Language | undefined;
}

/**
 * Corrects what is said of a text. Another language holds for its recordings too, in lists and statistics; the
 * sentences stay as they were cut, and the manifests of finished recordings as they were written.
 * @throws NOT_FOUND, BAD_USER_INPUT.
 */
export async function updateText(
  em: EntityManager,
  editor: TextEditor,
  textId: string,
  { title, language }: TextChanges,
): Promise<TextDocument> {
  const line = title === undefined ? undefined : checkTitle(title);
  if (line === '') throw badInput('title', 'A title cannot be empty.');
  const details = {
    ...(line === undefined ? {} : { title: line }),
    ...(language === undefined ? {} : { language }),
  };
  return changeText(em, editor, { textId, act: 'text.update', details }, async (transaction, text) => {
    await transaction.nativeUpdate(TextDocument, { id: textId }, { ...details, updatedAt: new Date() });
    if (language !== undefined && language !== text.language) {
      await changeSessionLanguage(transaction, textId, { from: text.language, to: language });
    }
    return true;
  });
}
