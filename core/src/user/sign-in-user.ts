import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import { recordAudit } from '../audit/record-audit.js';
import { AppError } from '../errors/app-error.js';
import { redeemInvite } from '../invite/redeem-invite.js';
import { User } from './user.entity.js';

/** A person whom Google vouches for, with an e-mail address that Google has verified. */
export interface VouchedPerson {
  /** Google's id of the person; the address may change hands, this never does. */
  readonly sub: string;
  readonly email: string;
  readonly name: string | undefined;
  readonly picture: string | undefined;
}

/** How somebody who was not approved yet may become a speaker by signing in. */
export interface SignInRules {
  readonly autoApprove: boolean;
  /** An invite that is good lets in whoever waits, and is used up by that; any other is passed over. */
  readonly inviteCode: string | null | undefined;
}

/**
 * Finds the account of a person who signs in, or makes one. An account is known by `sub`; one that an admin made
 * for the e-mail address before is taken over at the first sign-in. Name and picture become what Google has.
 * @throws CONFLICT when the e-mail address belongs to another Google account here.
 */
export async function signInUser(
  em: EntityManager,
  person: VouchedPerson,
  rules: SignInRules,
): Promise<User> {
  const id = await inTransaction(em, async (transaction) => {
    const userId = await findOrMake(transaction, person);
    await approve(transaction, userId, rules);
    return userId;
  });
  return em.findOneOrFail(User, id, { refresh: true });
}

async function findOrMake(transaction: EntityManager, person: VouchedPerson): Promise<string> {
  // The second round is for two first sign-ins at once: what the other one made is there by then.
  for (let round = 0; round < 2; round += 1) {
    const id =
      (await refresh(transaction, person)) ??
      (await takeOver(transaction, person)) ??
      (await make(transaction, person));
    if (id !== undefined) return id;
  }
  throw new AppError(
    'CONFLICT',
    `${person.email} belongs to another Google account here. Sign in with that one, or ask an administrator.`,
  );
}

/** An address that changed at Google changes here too, unless it is somebody else's here. */
async function refresh(
  transaction: EntityManager,
  { sub, email, name, picture }: VouchedPerson,
): Promise<string | undefined> {
  return firstId(
    transaction,
    `update users set
       name = coalesce(?, name), picture = ?, updated_at = now(),
       email = case when exists (select 1 from users o where lower(o.email) = lower(?) and o.id <> users.id)
                    then email else ? end,
       email_verified = true
     where google_sub = ? and deleted_at is null returning id`,
    [name ?? null, picture ?? null, email, email, sub],
  );
}

async function takeOver(
  transaction: EntityManager,
  { sub, email, name, picture }: VouchedPerson,
): Promise<string | undefined> {
  const id = await firstId(
    transaction,
    `update users set google_sub = ?, email_verified = true, name = coalesce(?, name), picture = ?, updated_at = now()
     where lower(email) = lower(?) and google_sub is null and deleted_at is null returning id`,
    [sub, name ?? null, picture ?? null, email],
  );
  if (id !== undefined) {
    await recordAudit(transaction, {
      actorId: id,
      action: 'user.first-sign-in',
      subject: { kind: 'user', id },
    });
  }
  return id;
}

async function make(
  transaction: EntityManager,
  { sub, email, name, picture }: VouchedPerson,
): Promise<string | undefined> {
  const [beforeAt = email] = email.split('@', 1);
  return firstId(
    transaction,
    `insert into users (google_sub, email, email_verified, name, picture) values (?, ?, true, ?, ?)
     on conflict do nothing returning id`,
    [sub, email, name ?? beforeAt, picture ?? null],
  );
}

/** Whom an admin has sent away does not come back by signing in again: the audit log remembers it. */
async function approve(
  transaction: EntityManager,
  userId: string,
  { autoApprove, inviteCode }: SignInRules,
): Promise<void> {
  const waiting = await firstId(
    transaction,
    `select id from users where id = ? and "group" is null and not exists (
       select 1 from audit_log where subject_kind = 'user' and subject_id = users.id::text
         and action = 'user.update' and details ->> 'groupBefore' is not null)
     for update`,
    [userId],
  );
  if (waiting === undefined) return;
  if (autoApprove || (inviteCode && (await redeemInvite(transaction, inviteCode, userId)))) {
    await transaction.execute(`update users set "group" = 'speaker', updated_at = now() where id = ?`, [
      userId,
    ]);
  }
}

async function firstId(
  transaction: EntityManager,
  statement: string,
  values: readonly unknown[],
): Promise<string | undefined> {
  const [row] = await transaction.execute<{ id: string }[]>(statement, values as unknown[]);
  return row?.id;
}
