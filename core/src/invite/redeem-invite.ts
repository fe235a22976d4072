import type { EntityManager } from '@mikro-orm/postgresql';
import { recordAudit } from '../audit/record-audit.js';
import { findCode } from './invite-code.js';

/**
 * Uses up an invite for somebody who has just signed in and waits for approval. To be called in the transaction of the
 * sign-in, with the user's row locked: two sign-ins at once of one person use one, and of a hundred people no more are
 * let in than the invite has uses.
 * @returns false when there is no such invite, or it is used up, over, or revoked.
 */
export async function redeemInvite(
  transaction: EntityManager,
  code: string,
  userId: string,
): Promise<boolean> {
  const wanted = findCode(code);
  if (wanted === undefined) return false;
  const [invite] = await transaction.execute<{ id: string }[]>(
    `update invites set uses = uses + 1
     where code = ? and uses < max_uses and revoked_at is null and (expires_at is null or expires_at > now())
     returning id`,
    [wanted],
  );
  if (invite === undefined) return false;
  await recordAudit(transaction, {
    actorId: userId,
    action: 'invite.redeem',
    subject: { kind: 'invite', id: invite.id },
  });
  return true;
}
