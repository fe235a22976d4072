import type { Collection, MongoClient, MongoClientOptions } from 'mongodb';
import { agendaCollection, type AgendaJob } from './agenda-job.js';

/**
 * A job that was acknowledged survives the loss of a member: Agenda leaves that to the connection. Milliseconds:
 * who leaves a hint does not wait long for a server that is away.
 */
export const mongoOptions: MongoClientOptions = {
  writeConcern: { w: 'majority', journal: true },
  serverSelectionTimeoutMS: 3_000,
  appName: 'crowd-recital',
};

/** The collection of jobs, connected to when it is first needed. */
export class MongoConnection {
  readonly #url: string;
  #client: Promise<MongoClient> | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  /** The driver is loaded here: who has the queue in PostgreSQL does not pay for it. */
  async jobs(): Promise<Collection<AgendaJob>> {
    this.#client ??= import('mongodb').then(({ MongoClient }) => new MongoClient(this.#url, mongoOptions));
    return (await this.#client).db().collection<AgendaJob>(agendaCollection);
  }

  /** The ids of jobs. */
  async objectId(id: string): Promise<AgendaJob['_id']> {
    const { ObjectId } = await import('mongodb');
    return new ObjectId(id);
  }

  async close(): Promise<void> {
    await (await this.#client)?.close();
  }
}
