import type { EntityManager, EntityName, Knex } from '@mikro-orm/postgresql';

/**
 * A statement that never changes, for what is asked again and again: each connection of PostgreSQL parses and plans it
 * once. It names the columns that it answers: with `*` a migration that adds one would break it on every connection that
 * is open.
 */
export interface PreparedStatement {
  /** Its own among all statements. */
  readonly name: string;
  /** With a question mark for each value. */
  readonly sql: string;
}

/**
 * Runs a statement, within the transaction if there is one.
 * @throws as all statements of the ORM do.
 */
export async function runPrepared<Row>(
  em: EntityManager,
  { name, sql }: PreparedStatement,
  values: readonly (string | number)[],
): Promise<Row[]> {
  const query = em
    .getKnex()
    .raw<{ rows: Row[] }>(sql, [...values])
    .options({ name });
  const transaction = em.getTransactionContext<Knex.Transaction>();
  if (transaction !== undefined) query.transacting(transaction);
  try {
    const { rows } = await query;
    return rows;
  } catch (error) {
    throw em
      .getPlatform()
      .getExceptionConverter()
      .convertException(error as Error);
  }
}

/** The columns of an entity, for a statement whose rows are to be mapped to it. */
export function columnsOf<Entity extends object>(em: EntityManager, entity: EntityName<Entity>): string {
  const { props } = em.getMetadata(entity);
  const names = props.flatMap(({ fieldNames, persist }) => (persist === false ? [] : fieldNames));
  return names.map((name) => `"${name}"`).join(', ');
}
