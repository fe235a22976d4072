import type { EntityManager } from '@mikro-orm/postgresql';
import { changeText, type TextEditor } from './change-text.js';
import { TextDocument } from './text-document.entity.js';

/**
 * Deletes a text: nobody finds it any more. Its words stay for what was recorded of it, and for a recital that began
 * without a connection and arrives later.
 * @throws NOT_FOUND; FORBIDDEN for the owner of a text that everybody reads.
 */
export async function deleteText(em: EntityManager, editor: TextEditor, textId: string): Promise<void> {
  await changeText(em, editor, { textId, act: 'text.delete' }, async (transaction, text) => {
    const now = new Date();
    await transaction.nativeUpdate(TextDocument, { id: text.id }, { deletedAt: now, updatedAt: now });
    return true;
  });
}
