import { columnsOf, runPrepared } from '@crowd-recital/core/db/prepared-statement.js';
import { User } from '@crowd-recital/core/user/user.entity.js';
import type { EntityDictionary, EntityManager } from '@mikro-orm/postgresql';
import type { AccessClaims } from './access-token.js';

/** @returns undefined when the token was revoked, or the account deleted. Asked with every request. */
export async function findSignedInUser(
  em: EntityManager,
  { userId, tokenVersion }: AccessClaims,
): Promise<User | undefined> {
  const statement = {
    name: 'signed-in-user',
    sql: `select ${columnsOf(em, User)} from users where id = ? and token_version = ? and deleted_at is null`,
  };
  const [row] = await runPrepared<EntityDictionary<User>>(em, statement, [userId, tokenVersion]);
  return row && em.map(User, row);
}
