import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import type { Actor } from '../audit/actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { badInput } from '../errors/app-error.js';
import { checkEmail } from './check-user.js';
import { User } from './user.entity.js';

/** Addresses in one call. */
const mostAtOnce = 100;

/**
 * Lets people in by their e-mail addresses: whoever waits becomes a speaker, whoever has not signed in yet is found
 * as one when that happens. Speakers and admins stay what they are.
 * @returns them in the order of the addresses, each once.
 * @throws BAD_USER_INPUT for an address that is none, or too many; nobody is let in then.
 */
export async function approveSpeakers(
  em: EntityManager,
  actor: Actor,
  emails: readonly string[],
): Promise<User[]> {
  if (emails.length > mostAtOnce) throw badInput('emails', `Approve at most ${mostAtOnce} at a time.`);
  const addresses = [
    ...new Map(emails.map((email) => [email.trim().toLowerCase(), checkEmail(email)])).values(),
  ];
  const ids = await inTransaction(em, async (transaction) => {
    const approved: string[] = [];
    for (const address of addresses) approved.push(await approve(transaction, actor, address));
    return approved;
  });
  const users = await em.find(User, { id: { $in: ids } }, { refresh: true });
  const byId = new Map(users.map((user) => [user.id, user]));
  return ids.map((id) => byId.get(id)).filter((user) => user !== undefined);
}

async function approve(transaction: EntityManager, actor: Actor, email: string): Promise<string> {
  const [beforeAt = email] = email.split('@', 1);
  const [changed] = await transaction.execute<{ id: string; created: boolean }[]>(
    `insert into users (email, name, "group") values (?, ?, 'speaker')
     on conflict ((lower(email))) do update set "group" = 'speaker', updated_at = now()
       where users."group" is null
     returning id, xmax = 0 as created`,
    [email, beforeAt],
  );
  if (changed === undefined) {
    const [known] = await transaction.execute<{ id: string }[]>(
      'select id from users where lower(email) = lower(?)',
      [email],
    );
    if (known === undefined) throw new Error('A user vanished while being approved.');
    return known.id;
  }
  await recordAudit(transaction, {
    actorId: actor.id,
    delegated: actor.delegated,
    action: 'user.approve',
    subject: { kind: 'user', id: changed.id },
    details: { created: changed.created },
  });
  return changed.id;
}
