import type { EntityManager } from '@mikro-orm/postgresql';
import { AppError } from '../errors/app-error.js';

/**
 * Holds an account for the rest of the transaction: it cannot be deleted meanwhile, so that nothing is written that
 * its deletion would miss.
 * @throws UNAUTHENTICATED when it is deleted.
 */
export async function holdAccount(transaction: EntityManager, userId: string): Promise<void> {
  const held = await transaction.execute<unknown[]>(
    'select 1 from users where id = ? and deleted_at is null for key share',
    [userId],
  );
  if (held.length === 0) throw accountGone();
}

/** The error for a caller whose account was deleted between the request's first and last statement. */
export function accountGone(): AppError {
  return new AppError('UNAUTHENTICATED', 'This account was deleted.');
}
