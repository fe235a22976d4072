import type { EventSubscriber, TransactionEventArgs } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

type Action = () => Promise<void>;

/** Puts off what is not part of the database until the transaction that wants it has committed. */
export class AfterCommit implements EventSubscriber {
  readonly #waiting = new WeakMap<object, Action[]>();

  /**
   * Runs `action` once the transaction of `em` has committed, and never when it is rolled back; at once when there
   * is none. What is asked for in a nested transaction (a savepoint) is forgotten.
   */
  async run(em: EntityManager, action: Action): Promise<void> {
    const transaction: object | undefined = em.getTransactionContext();
    if (transaction === undefined) {
      await action();
      return;
    }
    this.#waiting.set(transaction, [...(this.#waiting.get(transaction) ?? []), action]);
  }

  async afterTransactionCommit({ transaction }: TransactionEventArgs): Promise<void> {
    const key = transaction as object | undefined;
    for (const action of key === undefined ? [] : (this.#waiting.get(key) ?? [])) await action();
  }
}
