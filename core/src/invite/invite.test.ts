import { beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../db/in-transaction.js';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { aUser } from '../../test/factories.js';
import { AuditEntry } from '../audit/audit-entry.entity.js';
import type { User } from '../user/user.entity.js';
import { createInvite, type NewInvite } from './create-invite.js';
import { Invite } from './invite.entity.js';
import { redeemInvite } from './redeem-invite.js';
import { revokeInvite } from './revoke-invite.js';

let database: TestDatabase;
let admin: User;

beforeAll(async () => {
  database = await testDatabase();
  admin = await aUser(database.em(), { group: 'admin' });
});

const actor = () => ({ id: admin.id, delegated: false });

function anInvite(given: Partial<NewInvite> = {}): Promise<Invite> {
  return createInvite(database.em(), actor(), { maxUses: 1, expiresAt: null, note: null, ...given });
}

async function redeem(code: string): Promise<boolean> {
  const user = await aUser(database.em(), { group: null });
  return inTransaction(database.em(), (transaction) => redeemInvite(transaction, code, user.id));
}

async function usesOf({ id }: Invite): Promise<number> {
  return (await database.em().findOneOrFail(Invite, id)).uses;
}

describe('an invite', () => {
  it('lets in as many as it is for, and not one more when a crowd comes at once', async () => {
    const invite = await anInvite({ maxUses: 5 });
    const results = await Promise.all(Array.from({ length: 20 }, () => redeem(invite.code)));
    expect(results.filter((letIn) => letIn)).toHaveLength(5);
    expect(await usesOf(invite)).toBe(5);
    expect(await database.em().count(AuditEntry, { action: 'invite.redeem', subjectId: invite.id })).toBe(5);
  });

  it('is not used up by a sign-in that fails', async () => {
    const invite = await anInvite();
    const user = await aUser(database.em(), { group: null });
    const failing = inTransaction(database.em(), async (transaction) => {
      await redeemInvite(transaction, invite.code, user.id);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await usesOf(invite)).toBe(0);
    expect(await redeem(invite.code)).toBe(true);
  });

  it('is found as people write codes, and nothing else is', async () => {
    const invite = await anInvite({ maxUses: 2 });
    expect(await redeem(` ${invite.code.toUpperCase()} `)).toBe(true);
    for (const wrong of [
      '',
      '99',
      invite.code.slice(1),
      `${invite.code}a`,
      '²'.repeat(16),
      '\0'.repeat(16),
    ]) {
      expect(await redeem(wrong)).toBe(false);
    }
  });

  it('lets nobody in once it is revoked or over', async () => {
    const revoked = await anInvite();
    expect((await revokeInvite(database.em(), actor(), revoked.id)).revokedAt).toBeInstanceOf(Date);
    await revokeInvite(database.em(), actor(), revoked.id);
    expect(await redeem(revoked.code)).toBe(false);
    expect(await database.em().count(AuditEntry, { action: 'invite.revoke', subjectId: revoked.id })).toBe(1);

    const over = await anInvite({ expiresAt: new Date(Date.now() + 60_000) });
    await database.em().nativeUpdate(Invite, { id: over.id }, { expiresAt: new Date(Date.now() - 1) });
    expect(await redeem(over.code)).toBe(false);
  });

  it.each([
    ['maxUses', { maxUses: 0 }],
    ['maxUses', { maxUses: 10_001 }],
    ['expiresAt', { expiresAt: new Date(Date.now() - 1000) }],
    ['note', { note: 'x'.repeat(501) }],
  ])('cannot be made with such a %s', async (field, given) => {
    await expect(anInvite(given)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', details: { field } });
  });
});
