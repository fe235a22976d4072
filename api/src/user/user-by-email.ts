import { User } from '@crowd-recital/core/user/user.entity.js';
import { raw } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

/** E-mail addresses are told apart without regard to case; a deleted account is found by none. */
export async function findUserByEmail(em: EntityManager, email: string): Promise<User | null> {
  return em.findOne(User, { [raw('lower(email)')]: email.toLowerCase(), deletedAt: null });
}
