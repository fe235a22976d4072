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

/** What is used of a connection of `pg`, which knows statements by name. */
interface Connection {
  query(statement: {
    readonly name: string;
    readonly text: string;
    readonly values: readonly unknown[];
  }): Promise<{ readonly rows: unknown[] }>;
}

/**
 * Runs a statement, within the transaction if there is one. It goes to the connection itself: what the query builder does
 * for each statement on its way costs as much as the driver.
 * @throws as all statements of the ORM do.
 */
export async function runPrepared<Row>(
  em: EntityManager,
  { name, sql }: PreparedStatement,
  values: readonly (string | number | readonly (string | number)[])[],
): Promise<Row[]> {
  const transaction = em.getTransactionContext<Knex.Transaction>();
  const client = (transaction ?? em.getKnex()).client as Knex.Client;
  try {
    const connection = (await client.acquireConnection()) as Connection;
    try {
      const { rows } = await connection.query({ name, text: numbered(name, sql), values });
      return rows as Row[];
    } finally {
      await client.releaseConnection(connection);
    }
  } catch (error) {
    throw em
      .getPlatform()
      .getExceptionConverter()
      .convertException(error as Error);
  }
}

/** What PostgreSQL is told of each statement, by its name. There are as many as the code has. */
const texts = new Map<string, string>();

/** With `$1`, `$2` … in place of the question marks, as PostgreSQL wants it. */
function numbered(name: string, sql: string): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  let values = 0;
  const text = sql.replaceAll('?', () => `$${(values += 1)}`);
  texts.set(name, text);
  return text;
}

/** The columns of an entity, for a statement whose rows are to be mapped to it. */
export function columnsOf<Entity extends object>(em: EntityManager, entity: EntityName<Entity>): string {
  const { props } = em.getMetadata(entity);
  const names = props.flatMap(({ fieldNames, persist }) => (persist === false ? [] : fieldNames));
  return names.map((name) => `"${name}"`).join(', ');
}
