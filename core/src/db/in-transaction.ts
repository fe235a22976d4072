import { TransactionEventBroadcaster } from '@mikro-orm/core';
import type { EntityManager, IsolationLevel, Knex } from '@mikro-orm/postgresql';

/** Of the statement that begins the transaction; a savepoint inside another one has that one's. */
interface TransactionOptions {
  readonly isolationLevel?: IsolationLevel;
  readonly readOnly?: boolean;
}

/**
 * Does some work in one transaction: it commits when the work resolves, and is rolled back when it throws. Inside another
 * transaction it is a savepoint of that one. In place of the ORM's `em.transactional`, which keeps the transaction in an
 * `AsyncLocalStorage`: once that was used, each promise of the process costs more (Node 20), and an upload has hundreds.
 * @param work - gets an EntityManager of its own, which holds nothing yet; what it changes of entities is not written by
 *   itself: rows are written by statements.
 */
export async function inTransaction<Result>(
  em: EntityManager,
  work: (transaction: EntityManager) => Promise<Result>,
  options: TransactionOptions = {},
): Promise<Result> {
  const outer = em.getTransactionContext<Knex.Transaction>();
  const transaction = em.fork();
  try {
    return await transaction.getConnection().transactional(
      async (context: Knex.Transaction) => {
        transaction.setTransactionContext(context);
        return work(transaction);
      },
      {
        ...options,
        ...(outer === undefined ? {} : { ctx: outer }),
        eventBroadcaster: new TransactionEventBroadcaster(transaction, undefined, {
          topLevelTransaction: outer === undefined,
        }),
      },
    );
  } finally {
    // What was found in it may load more later, outside.
    transaction.resetTransactionContext();
  }
}
