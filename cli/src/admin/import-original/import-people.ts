import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '@crowd-recital/core/db/in-transaction.js';
import { biologicalSexes } from '@crowd-recital/core/user/speaker-profile.entity.js';
import { userGroups } from '@crowd-recital/core/user/user.entity.js';
import type { ImportReport } from './import-report.js';
import type { OriginalUser } from './original-rows.js';

/**
 * Takes over users and what they said of themselves. Addresses that differ in case alone are one person, as Google has
 * it: the oldest row stays, and takes what belongs to the others.
 * @returns by the id of every original user the id that holds here.
 */
export async function importPeople(
  em: EntityManager,
  users: readonly OriginalUser[],
  report: ImportReport,
): Promise<ReadonlyMap<string, string>> {
  const idOf = new Map<string, string>();
  for (const user of users) {
    const [row] = await em.execute<{ id: string }[]>('select id from users where lower(email) = lower(?)', [
      user.email,
    ]);
    if (row === undefined) {
      await inTransaction(em, (transaction) => insertUser(transaction, user));
      report.took('users');
    } else if (row.id === user.id) {
      report.alreadyHere('users');
    } else {
      report.remark('users', user.id, `goes on as ${row.id}, which has the same e-mail address`);
    }
    idOf.set(user.id, row?.id ?? user.id);
  }
  return idOf;
}

async function insertUser(em: EntityManager, user: OriginalUser): Promise<void> {
  const group = userGroups.find((known) => known === user.group) ?? null;
  await em.execute(
    `insert into users (id, email, email_verified, name, picture, "group", agreement_signed_version,
       agreement_signed_at, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      user.id,
      user.email,
      user.email_verified,
      user.name,
      user.picture,
      group,
      user.agreement_signed_version,
      user.agreement_signed_at,
      user.created_at,
      user.updated_at,
    ],
  );
  const { year_of_birth: year } = user;
  const sex = biologicalSexes.find((known) => known === user.biological_sex) ?? null;
  if (year === null && sex === null) return;
  // 0 was how "prefer not to say" was written.
  const answer = year === null ? 'unknown' : year === 0 ? 'declined' : 'given';
  await em.execute(
    `insert into speaker_profiles (user_id, year_of_birth_answer, year_of_birth, biological_sex)
     values (?, ?, ?, ?)`,
    [user.id, answer, answer === 'given' ? year : null, sex],
  );
}
