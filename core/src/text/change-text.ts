import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../audit/actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { notFound } from '../errors/app-error.js';
import { isUuid } from '../input/is-uuid.js';
import { TextDocument } from './text-document.entity.js';

/** What an admin may do to a text, as the audit log names it. */
export type TextAct =
  'text.update' | 'text.publish' | 'text.unpublish' | 'text.archive' | 'text.restore' | 'text.edit';

/**
 * Runs a change of a text with its row locked, and writes it into the audit log in the same transaction.
 * @param change - gets the text as it was; returns false when there was nothing to change.
 * @throws NOT_FOUND, and what `change` throws.
 */
export async function changeText(
  em: EntityManager,
  actor: Actor,
  { textId, act, details }: { textId: string; act: TextAct; details?: Record<string, unknown> },
  change: (transaction: EntityManager, text: TextDocument) => Promise<boolean>,
): Promise<TextDocument> {
  if (!isUuid(textId)) throw notFound('text');
  await em.transactional(
    async (transaction) => {
      await transaction.execute('select 1 from text_documents where id = ? for no key update', [textId]);
      const text = await transaction.findOne(TextDocument, textId);
      if (text === null) throw notFound('text');
      if (!(await change(transaction, text))) return;
      await recordAudit(transaction, {
        actorId: actor.id,
        delegated: actor.delegated,
        action: act,
        subject: { kind: 'text', id: textId },
        ...(details === undefined ? {} : { details }),
      });
    },
    { clear: true },
  );
  return em.findOneOrFail(TextDocument, textId, { refresh: true });
}
