import pg from 'pg';

/** The name of the database that a connection string leads to. */
export function databaseName(connectionString: string): string {
  return decodeURIComponent(new URL(connectionString).pathname.slice(1));
}

/**
 * Removes the database that `connectionString` leads to. What is stored elsewhere stays there.
 * @throws when somebody is connected to it, or the user has no right to.
 */
export async function dropDatabase(connectionString: string): Promise<void> {
  // Nobody can be connected to what is dropped, this client neither.
  const elsewhere = new URL(connectionString);
  elsewhere.pathname = '/postgres';
  const client = new pg.Client({ connectionString: elsewhere.href });
  await client.connect();
  try {
    await client.query(`drop database ${client.escapeIdentifier(databaseName(connectionString))}`);
  } finally {
    await client.end();
  }
}
