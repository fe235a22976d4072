import type { EntityManager } from '@mikro-orm/postgresql';
import { AppError } from '../errors/app-error.js';

/**
 * Call it, in the same transaction, before the rights of a user are taken away. Holds the rows of all admins, so that
 * of two who give up their rights at once the second one is refused.
 * @throws CONFLICT when the user is the only admin there is.
 */
export async function insistOnAnotherAdmin(transaction: EntityManager, userId: string): Promise<void> {
  const admins = await transaction.execute<{ id: string }[]>(
    `select id from users where "group" = 'admin' and deleted_at is null order by id for update`,
  );
  if (admins.length === 1 && admins[0]?.id === userId.toLowerCase()) {
    throw new AppError('CONFLICT', 'This is the only administrator. Make somebody else one first.');
  }
}
