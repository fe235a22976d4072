import { raw, UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import type { Actor } from '../audit/actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { notFound } from '../errors/app-error.js';
import { isUuid } from '../input/is-uuid.js';
import { checkEmail, checkName, checkPicture, emailTaken } from './check-user.js';
import { insistOnAnotherAdmin } from './insist-on-another-admin.js';
import { User, type UserGroup } from './user.entity.js';

/** What is to change; what is undefined stays. */
export interface UserChanges {
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  /** Null: none. */
  readonly picture?: string | null | undefined;
  /** Null: not approved (any more). */
  readonly group?: UserGroup | null | undefined;
}

/**
 * Changes an account. Taking a group away, or giving another one, ends every sign-in of the user at once. A new
 * e-mail address counts as not verified.
 * @throws NOT_FOUND, BAD_USER_INPUT, CONFLICT when the address is another account's, or the last admin would be none.
 */
export async function updateUser(
  em: EntityManager,
  actor: Actor,
  userId: string,
  given: UserChanges,
): Promise<User> {
  if (!isUuid(userId)) throw notFound('user');
  const changes = {
    ...(given.email === undefined ? {} : { email: checkEmail(given.email) }),
    ...(given.name === undefined ? {} : { name: checkName(given.name) }),
    ...(given.picture === undefined
      ? {}
      : { picture: given.picture === null ? null : checkPicture(given.picture) }),
    ...(given.group === undefined ? {} : { group: given.group }),
  };
  await inTransaction(em, (transaction) => change(transaction, actor, userId, changes)).catch(
    (error: unknown) => {
      throw error instanceof UniqueConstraintViolationException ? emailTaken() : error;
    },
  );
  return em.findOneOrFail(User, userId, { refresh: true });
}

interface CheckedChanges {
  readonly email?: string;
  readonly name?: string;
  readonly picture?: string | null;
  readonly group?: UserGroup | null;
}

async function change(
  transaction: EntityManager,
  actor: Actor,
  userId: string,
  changes: CheckedChanges,
): Promise<void> {
  if (changes.group !== undefined && changes.group !== 'admin') {
    await insistOnAnotherAdmin(transaction, userId);
  }
  const [before] = await transaction.execute<{ email: string; group: UserGroup | null }[]>(
    'select email, "group" from users where id = ? and deleted_at is null for update',
    [userId],
  );
  if (before === undefined) throw notFound('user');
  const groupChanges = changes.group !== undefined && changes.group !== before.group;
  const newAddress =
    changes.email !== undefined && changes.email.toLowerCase() !== before.email.toLowerCase();
  await transaction.nativeUpdate(
    User,
    { id: userId },
    {
      ...changes,
      ...(newAddress ? { emailVerified: false } : {}),
      // Nobody who was approved just now is sent back to the sign-in page for it.
      ...(groupChanges && before.group !== null ? { tokenVersion: raw('token_version + 1') } : {}),
      updatedAt: new Date(),
    },
  );
  await recordAudit(transaction, {
    actorId: actor.id,
    delegated: actor.delegated,
    action: 'user.update',
    subject: { kind: 'user', id: userId },
    // Names of what changed, not the values: the log outlives an account that is deleted.
    details: {
      changed: Object.keys(changes),
      ...(groupChanges ? { groupBefore: before.group, groupAfter: changes.group ?? null } : {}),
    },
  });
}
