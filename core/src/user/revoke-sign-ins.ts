import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import type { Actor } from '../audit/actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { notFound } from '../errors/app-error.js';
import { isUuid } from '../input/is-uuid.js';

/**
 * Ends every sign-in of a user at once: no cookie and no token that was issued before is good any more.
 * @throws NOT_FOUND
 */
export async function revokeSignIns(em: EntityManager, actor: Actor, userId: string): Promise<void> {
  if (!isUuid(userId)) throw notFound('user');
  await inTransaction(em, async (transaction) => {
    const raised = await transaction.execute<unknown[]>(
      `update users set token_version = token_version + 1, updated_at = now()
       where id = ? and deleted_at is null returning id`,
      [userId],
    );
    if (raised.length === 0) throw notFound('user');
    await recordAudit(transaction, {
      actorId: actor.id,
      delegated: actor.delegated,
      action: 'user.revoke-sign-ins',
      subject: { kind: 'user', id: userId },
    });
  });
}
