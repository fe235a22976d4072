import { askedTogether } from '@crowd-recital/core/db/asked-together.js';
import { columnsOf, runPrepared } from '@crowd-recital/core/db/prepared-statement.js';
import { User } from '@crowd-recital/core/user/user.entity.js';
import type { EntityDictionary, EntityManager } from '@mikro-orm/postgresql';
import type { AccessClaims } from './access-token.js';

type UserRow = EntityDictionary<User> & { readonly place: number };

const findRow = askedTogether<AccessClaims, EntityDictionary<User> | undefined>(async (em, claims) => {
  const statement = {
    name: 'signed-in-users',
    sql: `select asked.place::int as place, ${columnsOf(em, User)}
      from unnest(?::uuid[], ?::int[]) with ordinality as asked (user_id, version, place)
      join users on id = asked.user_id and token_version = asked.version
      where deleted_at is null`,
  };
  const rows = await runPrepared<UserRow>(em, statement, [
    claims.map(({ userId }) => userId),
    claims.map(({ tokenVersion }) => tokenVersion),
  ]);
  const byPlace = new Map(rows.map(({ place, ...row }) => [place, row as EntityDictionary<User>]));
  return claims.map((_, index) => byPlace.get(index + 1));
});

/** @returns undefined when the token was revoked, or the account deleted. Asked with every request. */
export async function findSignedInUser(em: EntityManager, claims: AccessClaims): Promise<User | undefined> {
  const row = await findRow(em, claims);
  return row && em.map(User, row);
}
