import { createServer, type AddressInfo, type Socket } from 'node:net';
import { ObjectId } from 'mongodb';
import { compare, matches, valueAt } from './matches.js';
import { readMessages, writeAnswer, type Document } from './wire.js';

export interface MongoServer {
  /** Without a database: that comes behind it. */
  readonly url: string;
  close(): Promise<void>;
}

/** What a single server says of itself. */
const hello = {
  isWritablePrimary: true,
  ismaster: true,
  helloOk: true,
  maxBsonObjectSize: 16_777_216,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
  logicalSessionTimeoutMinutes: 30,
  minWireVersion: 0,
  maxWireVersion: 25,
  readOnly: false,
};

/**
 * A store that speaks the part of MongoDB's wire protocol which the queue uses, through its own driver; in memory.
 * No npm package ships a MongoDB; who has one runs the same tests against it (`MONGODB_URL`).
 */
export async function startMongoServer(): Promise<MongoServer> {
  const collections = new Map<string, Document[]>();
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    let received: Buffer = Buffer.alloc(0);
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
    socket.on('data', (chunk) => {
      const { messages, rest } = readMessages(Buffer.concat([received, chunk]));
      received = rest;
      for (const message of messages)
        socket.write(writeAnswer(message, answer(collections, message.command)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `mongodb://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

function answer(collections: Map<string, Document[]>, command: Document): Document {
  const [name = ''] = Object.keys(command);
  const key = `${String(command.$db)}.${String(command[name])}`;
  const documents = collections.get(key) ?? [];
  const keep = (next: Document[]): void => void collections.set(key, next);
  switch (name) {
    case 'hello':
    case 'ismaster':
    case 'isMaster':
      return { ...hello, localTime: new Date(), ok: 1 };
    case 'ping':
    case 'endSessions':
    case 'createIndexes':
      return { ok: 1 };
    case 'insert': {
      const added = command.documents as Document[];
      keep([...documents, ...added]);
      return { n: added.length, ok: 1 };
    }
    case 'find':
      return cursor(key, select(documents, command.filter as Document, command));
    case 'aggregate':
      return cursor(key, aggregate(documents, command.pipeline as Document[]));
    case 'findAndModify':
      return findAndModify(documents, command, keep);
    case 'update':
      return update(documents, command.updates as Document[]);
    case 'delete': {
      const [{ q, limit } = {}] = command.deletes as Document[];
      const gone = select(documents, q as Document, { limit: limit as number });
      keep(documents.filter((document) => !gone.includes(document)));
      return { n: gone.length, ok: 1 };
    }
    default:
      return { ok: 0, code: 59, codeName: 'CommandNotFound', errmsg: `no such command: ${name}` };
  }
}

function cursor(ns: string, firstBatch: Document[]): Document {
  return { cursor: { id: 0n, ns, firstBatch }, ok: 1 };
}

/** In the order that is asked for; `1` and `asc` sort upwards. */
function select(documents: readonly Document[], filter: Document, { sort, limit }: Document): Document[] {
  const order = Object.entries((sort ?? {}) as Document);
  const found = documents
    .filter((document) => matches(document, filter))
    .sort((a, b) => {
      for (const [path, direction] of order) {
        const by = compare(valueAt(a, path), valueAt(b, path)) ?? 0;
        if (by !== 0) return direction === 1 || direction === 'asc' ? by : -by;
      }
      return 0;
    });
  return limit ? found.slice(0, limit as number) : found;
}

function aggregate(documents: readonly Document[], pipeline: readonly Document[]): Document[] {
  let rows = [...documents];
  for (const stage of pipeline) {
    if ('$match' in stage) rows = select(rows, stage.$match as Document, {});
    else if ('$limit' in stage) rows = rows.slice(0, stage.$limit as number);
    else if ('$group' in stage) rows = rows.length === 0 ? [] : [{ _id: 1, n: rows.length }];
    else throw new Error(`${Object.keys(stage).join()} is not a stage that this server knows.`);
  }
  return rows;
}

function findAndModify(
  documents: readonly Document[],
  command: Document,
  keep: (next: Document[]) => void,
): Document {
  const { $set = {}, $setOnInsert = {} } = command.update as Document;
  const [found] = select(documents, command.query as Document, { sort: command.sort as Document, limit: 1 });
  if (found !== undefined) {
    Object.assign(found, $set);
    return { value: found, lastErrorObject: { n: 1, updatedExisting: true }, ok: 1 };
  }
  if (command.upsert !== true)
    return { value: null, lastErrorObject: { n: 0, updatedExisting: false }, ok: 1 };
  const made = { _id: new ObjectId(), ...($setOnInsert as Document), ...($set as Document) };
  keep([...documents, made]);
  return { value: made, lastErrorObject: { n: 1, updatedExisting: false, upserted: made._id }, ok: 1 };
}

function update(documents: readonly Document[], updates: readonly Document[]): Document {
  let n = 0;
  for (const { q, u, multi } of updates) {
    const found = select(documents, q as Document, multi === true ? {} : { limit: 1 });
    for (const document of found) Object.assign(document, (u as Document).$set);
    n += found.length;
  }
  return { n, nModified: n, ok: 1 };
}
