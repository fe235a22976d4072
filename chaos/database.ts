import { mkdir } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { migrate } from '@crowd-recital/core/db/migrate.js';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../scripts/embedded-postgres/start-embedded-postgres.js';

/** A PostgreSQL that keeps its promises through every death: fsync is on. */
export class ChaosDatabase {
  readonly #folder: string;
  #server: EmbeddedPostgres;

  private constructor(folder: string, server: EmbeddedPostgres) {
    this.#folder = folder;
    this.#server = server;
  }

  /** Starts one with the whole schema and no rows. */
  static async start(folder: string): Promise<ChaosDatabase> {
    await mkdir(folder, { recursive: true });
    const server = await startEmbeddedPostgres({ folder });
    await migrate(server.connectionString);
    return new ChaosDatabase(folder, server);
  }

  get url(): string {
    return this.#server.connectionString;
  }

  /** Ends it at once, without a checkpoint and without a word to its clients, and starts it on the same port. */
  async killAndRestart(): Promise<void> {
    const { connectionString, pid, exited } = this.#server;
    process.kill(pid, 'SIGQUIT');
    await exited;
    this.#server = await startEmbeddedPostgres({ folder: this.#folder });
    if (this.#server.connectionString !== connectionString) {
      throw new Error('The database came back at another address.');
    }
  }

  /** Runs a statement, as often as it takes: the database may be away. */
  async query<Row extends pg.QueryResultRow>(statement: string, values: unknown[] = []): Promise<Row[]> {
    for (let tries = 0; ; tries += 1) {
      const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 5_000 });
      client.on('error', () => undefined);
      try {
        await client.connect();
        return (await client.query<Row>(statement, values)).rows;
      } catch (error) {
        if (tries === 40) throw error;
        await wait(250);
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  }

  /** Ends every lease, back-off and quiet time, as if their time had passed. */
  async leapInTime(): Promise<void> {
    await this.query(
      `update recital_sessions set
         lease_until = least(lease_until, now()), next_attempt_at = least(next_attempt_at, now()),
         last_content_at = last_content_at - interval '1 minute',
         first_deletion_at = first_deletion_at - interval '1 hour'
       where status <> 'discarded'`,
    );
    await this.query(`update agenda.agenda_jobs set locked_at = locked_at - interval '1 hour'`);
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }
}
