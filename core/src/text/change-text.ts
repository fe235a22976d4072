import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import type { Actor } from '../audit/actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { AppError, notFound } from '../errors/app-error.js';
import { isUuid } from '../input/is-uuid.js';
import { TextDocument } from './text-document.entity.js';

/** What may be done to a text, as the audit log names it. */
export type TextAct =
  | 'text.update'
  | 'text.publish'
  | 'text.unpublish'
  | 'text.archive'
  | 'text.restore'
  | 'text.edit'
  | 'text.delete';

/** Who changes a text. */
export interface TextEditor extends Actor {
  /** True: may change texts of their own alone. */
  readonly onlyOwn?: boolean;
}

/** What the owner of a text that every speaker reads leaves to admins. */
const takesAway: readonly TextAct[] = ['text.archive', 'text.restore', 'text.delete'];

/**
 * Runs a change of a text with its row locked, and writes it into the audit log in the same transaction.
 * @param change - gets the text as it was; returns false when there was nothing to change.
 * @throws NOT_FOUND; FORBIDDEN for a text of somebody else, or for taking a public one away; what `change` throws.
 */
export async function changeText(
  em: EntityManager,
  editor: TextEditor,
  { textId, act, details }: { textId: string; act: TextAct; details?: Record<string, unknown> },
  change: (transaction: EntityManager, text: TextDocument) => Promise<boolean>,
): Promise<TextDocument> {
  if (!isUuid(textId)) throw notFound('text');
  await inTransaction(em, async (transaction) => {
    await transaction.execute('select 1 from text_documents where id = ? for no key update', [textId]);
    const text = await transaction.findOne(TextDocument, textId);
    if (text === null || text.deletedAt) throw notFound('text');
    if (editor.onlyOwn === true) checkOwner(editor, act, text);
    if (!(await change(transaction, text))) return;
    await recordAudit(transaction, {
      actorId: editor.id,
      delegated: editor.delegated,
      action: act,
      subject: { kind: 'text', id: textId },
      ...(details === undefined ? {} : { details }),
    });
  });
  return em.findOneOrFail(TextDocument, textId, { refresh: true });
}

/** A private text of somebody else does not exist, as far as the caller can tell. */
function checkOwner(editor: TextEditor, act: TextAct, { owner, public: isPublic }: TextDocument): void {
  const isOwner = owner?.id === editor.id;
  if (!isOwner && !isPublic) throw notFound('text');
  if (!isOwner) throw new AppError('FORBIDDEN', 'Only its owner and admins change a text.');
  if (isPublic && takesAway.includes(act)) {
    throw new AppError('FORBIDDEN', 'Every speaker reads this text. Ask an admin to take it away.');
  }
}
