import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import type { Actor } from '../audit/actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { checkEmail, checkName, checkPicture, emailTaken } from './check-user.js';
import { User, type UserGroup } from './user.entity.js';

/** An account that an admin makes before the person has signed in. */
export interface NewUser {
  readonly email: string;
  /** Default: what stands before the @. A sign-in replaces it by the person's own. */
  readonly name?: string | null | undefined;
  readonly picture?: string | null | undefined;
  /** Null: not yet approved. */
  readonly group: UserGroup | null;
}

/**
 * Makes an account. The person who signs in with this e-mail address finds it.
 * @throws BAD_USER_INPUT, CONFLICT when the address has an account.
 */
export async function createUser(em: EntityManager, actor: Actor, given: NewUser): Promise<User> {
  const email = checkEmail(given.email);
  const [beforeAt = email] = email.split('@', 1);
  const values = {
    email,
    name: checkName(given.name ?? beforeAt),
    picture: given.picture ? checkPicture(given.picture) : null,
    group: given.group,
  };
  return inTransaction(em, async (transaction) => {
    const user = await transaction.findOneOrFail(User, await transaction.insert(User, values));
    await recordAudit(transaction, {
      actorId: actor.id,
      delegated: actor.delegated,
      action: 'user.create',
      subject: { kind: 'user', id: user.id },
      details: { group: given.group },
    });
    return user;
  }).catch((error: unknown) => {
    throw error instanceof UniqueConstraintViolationException ? emailTaken() : error;
  });
}
