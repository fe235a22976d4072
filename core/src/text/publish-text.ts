import type { EntityManager } from '@mikro-orm/postgresql';
import { changeText, type TextEditor } from './change-text.js';
import { TextDocument } from './text-document.entity.js';

/**
 * Shows a text to every speaker, or to its owner and admins alone again. Who reads it at the moment goes on.
 * @throws NOT_FOUND
 */
export async function setPublic(
  em: EntityManager,
  editor: TextEditor,
  textId: string,
  isPublic: boolean,
): Promise<TextDocument> {
  const act = isPublic ? 'text.publish' : 'text.unpublish';
  return changeText(em, editor, { textId, act }, async (transaction, text) => {
    if (text.public === isPublic) return false;
    await transaction.nativeUpdate(TextDocument, { id: textId }, { public: isPublic, updatedAt: new Date() });
    return true;
  });
}

/**
 * Takes a text out of everybody's lists, or puts it back. What was recorded of it stays; who has it open goes on.
 * @throws NOT_FOUND
 */
export async function setArchived(
  em: EntityManager,
  editor: TextEditor,
  textId: string,
  archived: boolean,
): Promise<TextDocument> {
  const act = archived ? 'text.archive' : 'text.restore';
  return changeText(em, editor, { textId, act }, async (transaction, text) => {
    if (Boolean(text.archivedAt) === archived) return false;
    const now = new Date();
    await transaction.nativeUpdate(
      TextDocument,
      { id: textId },
      { archivedAt: archived ? now : null, updatedAt: now },
    );
    return true;
  });
}
