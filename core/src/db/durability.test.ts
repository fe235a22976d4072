import { expect, it } from 'vitest';
import { inTransaction } from './in-transaction.js';
import { testDatabase } from '../../test/database.js';
import { unsafeSettings } from './durability.js';

const database = await testDatabase();

function unsafeWith(synchronousCommit: 'on' | 'off'): Promise<string[]> {
  return inTransaction(database.em(), async (transaction) => {
    await transaction.execute(`set local synchronous_commit = ${synchronousCommit}`);
    return unsafeSettings(transaction);
  });
}

it('names a setting with which acknowledged recordings may be lost, and no other', async () => {
  expect(await unsafeWith('off')).toContain('synchronous_commit');
  expect(await unsafeWith('on')).not.toContain('synchronous_commit');
});
