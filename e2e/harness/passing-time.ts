import pg from 'pg';
import { expect } from 'vitest';
import type { System } from './system.js';

/** Makes every recital that runs as old as one of which nothing was heard for a day, and waits until it is left. */
export async function letADayPass({ environment }: System): Promise<void> {
  const client = new pg.Client({ connectionString: environment.DB_CONNECTION_STR });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `update recital_sessions set last_activity_at = now() - interval '1 day',
         last_content_at = now() - interval '1 day' where status = 'active'`,
    );
    expect(rowCount).toBeGreaterThan(0);
    const left = `select from recital_sessions
      where end_reason = 'abandoned' and status = 'uploaded' and not kept`;
    await expect.poll(async () => (await client.query(left)).rowCount, { timeout: 120_000 }).toBe(rowCount);
  } finally {
    await client.end();
  }
}
