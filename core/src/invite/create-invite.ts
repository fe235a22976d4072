import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import type { Actor } from '../audit/actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { badInput } from '../errors/app-error.js';
import { checkWholeNumber } from '../input/check-number.js';
import { oneLine } from '../input/plain-characters.js';
import { newInviteCode } from './invite-code.js';
import { Invite } from './invite.entity.js';

/** What an admin asks for. */
export interface NewInvite {
  /** How many people it lets in. */
  readonly maxUses: number;
  /** Null: it does not end by itself. */
  readonly expiresAt: Date | null;
  /** Whom it is for, in the admin's own words. */
  readonly note: string | null;
}

const most = { uses: 10_000, note: 500 };

/**
 * Makes an invite with a code of its own.
 * @throws BAD_USER_INPUT
 */
export async function createInvite(
  em: EntityManager,
  actor: Actor & { readonly id: string },
  { maxUses, expiresAt, note }: NewInvite,
): Promise<Invite> {
  checkWholeNumber('maxUses', maxUses, { least: 1, most: most.uses });
  if (expiresAt !== null && !(expiresAt.getTime() > Date.now() && expiresAt.getUTCFullYear() < 10_000)) {
    throw badInput('expiresAt', 'expiresAt must lie in the future.');
  }
  const words = note === null ? null : oneLine(note) || null;
  if (words !== null && words.length > most.note) {
    throw badInput('note', `A note may have ${most.note} characters. Shorten it.`);
  }
  return inTransaction(em, async (transaction) => {
    const id = await transaction.insert(Invite, {
      code: newInviteCode(),
      creator: actor.id,
      maxUses,
      expiresAt,
      note: words,
    });
    await recordAudit(transaction, {
      actorId: actor.id,
      delegated: actor.delegated,
      action: 'invite.create',
      subject: { kind: 'invite', id },
      details: { maxUses, expiresAt: expiresAt?.toISOString() ?? null },
    });
    return transaction.findOneOrFail(Invite, id);
  });
}
