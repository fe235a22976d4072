import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import type { Actor } from '../audit/actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { notFound } from '../errors/app-error.js';
import { isUuid } from '../input/is-uuid.js';
import { Invite } from './invite.entity.js';

/**
 * Makes an invite let nobody in any more; whom it let in before stays. Idempotent.
 * @throws NOT_FOUND
 */
export async function revokeInvite(em: EntityManager, actor: Actor, inviteId: string): Promise<Invite> {
  if (!isUuid(inviteId)) throw notFound('invite');
  await inTransaction(em, async (transaction) => {
    const revoked = await transaction.execute<unknown[]>(
      'update invites set revoked_at = now() where id = ? and revoked_at is null returning id',
      [inviteId],
    );
    if (revoked.length === 0) return;
    await recordAudit(transaction, {
      actorId: actor.id,
      delegated: actor.delegated,
      action: 'invite.revoke',
      subject: { kind: 'invite', id: inviteId },
    });
  });
  const invite = await em.findOne(Invite, inviteId, { refresh: true });
  if (invite === null) throw notFound('invite');
  return invite;
}
