import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import type { Actor } from '../audit/actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { badInput, notFound } from '../errors/app-error.js';
import { isUuid } from '../input/is-uuid.js';
import { enqueue } from '../queue/enqueue.js';
import { disavowing } from '../session/disavow-session.js';
import { forgetTotals } from '../stats/change-totals.js';
import { forgetTextTotals, readGivenByText } from '../stats/forget-text-totals.js';
import { deleteTextsOf } from '../text/delete-texts.js';
import { insistOnAnotherAdmin } from './insist-on-another-admin.js';

/** Whose account is to be deleted, on whose word. */
export interface AccountDeletion {
  readonly userId: string;
  /** The account's e-mail address, as whoever deletes it has typed it: nobody deletes a wrong one by a slip. */
  readonly typedEmail: string;
}

/**
 * Deletes an account. At once: nobody is signed in to it any more, its recitals are wished away and count nowhere,
 * name, e-mail address, profile and private texts are gone. The workers delete the voice itself, as with any recital
 * that is wished away. What stays: a row that names nobody, for what refers to it; the signatures under the terms,
 * as proof; in the audit log, that it was deleted; and the words of texts that others recited.
 * @throws NOT_FOUND, BAD_USER_INPUT when the address is another one, CONFLICT for the only admin.
 */
export async function deleteAccount(
  em: EntityManager,
  actor: Actor,
  { userId, typedEmail }: AccountDeletion,
): Promise<void> {
  if (!isUuid(userId)) throw notFound('user');
  await inTransaction(em, async (transaction) => {
    // Sessions before the user: whoever changes a session's totals holds the session and then the user.
    await transaction.execute(
      'select 1 from recital_sessions where user_id = ? order by id for no key update',
      [userId],
    );
    await holdForDeletion(transaction, userId, typedEmail);
    const given = await readGivenByText(transaction, userId);
    const sessions = await disavowSessionsOf(transaction, userId);
    await forgetTotals(transaction, userId);
    await forgetTextTotals(transaction, given);
    await deleteTextsOf(transaction, userId);
    await forgetPerson(transaction, userId);
    await recordAudit(transaction, {
      actorId: actor.id,
      delegated: actor.delegated,
      action: 'user.delete',
      subject: { kind: 'user', id: userId },
      details: { sessions },
    });
  });
}

async function holdForDeletion(
  transaction: EntityManager,
  userId: string,
  typedEmail: string,
): Promise<void> {
  const find = (lock: string) =>
    transaction.execute<{ email: string; group: string | null }[]>(
      `select email, "group" from users where id = ? and deleted_at is null ${lock}`,
      [userId],
    );
  const [known] = await find('');
  if (known?.group === 'admin') await insistOnAnotherAdmin(transaction, userId);
  const [user] = await find('for update');
  if (user === undefined) throw notFound('user');
  if (user.email.toLowerCase() !== typedEmail.trim().toLowerCase()) {
    throw badInput('email', "This is not the account's e-mail address. Nothing was deleted.");
  }
}

/** Jobs that one deletion leaves at once; the sweep finds the sessions beyond, and nobody waits for it. */
const mostHints = 200;

/** What the browser told of its owner's devices goes along: their names are often the names of people. */
async function disavowSessionsOf(transaction: EntityManager, userId: string): Promise<number> {
  const disavowed = await transaction.execute<{ id: string }[]>(
    `update recital_sessions set ${disavowing} where user_id = ? and not disavowed returning id`,
    [userId],
  );
  for (const { id } of disavowed.slice(0, mostHints)) {
    await enqueue(transaction, 'discard-session', { sessionId: id });
  }
  await transaction.execute(
    `update recital_sessions set capture = capture - 'deviceLabel' - 'userAgent' where user_id = ?`,
    [userId],
  );
  return disavowed.length;
}

async function forgetPerson(transaction: EntityManager, userId: string): Promise<void> {
  await transaction.execute('delete from speaker_profiles where user_id = ?', [userId]);
  await transaction.execute('delete from reading_goals where user_id = ?', [userId]);
  await transaction.execute(
    `update users set
       email = 'deleted-' || id || '@deleted.invalid', email_verified = false, name = 'Deleted user',
       picture = null, google_sub = null, "group" = null, token_version = token_version + 1,
       agreement_signed_version = null, agreement_signed_at = null, deleted_at = now(), updated_at = now()
     where id = ?`,
    [userId],
  );
}
