import { randomBytes } from 'node:crypto';
import { afterAll, describe } from 'vitest';
import { startMongoServer } from '@crowd-recital/core/test/mongo-server/mongo-server.js';
import { queueContract } from './queue.contract.js';

const { MONGODB_URL: mongodbUrl = '' } = process.env;
const server = await startMongoServer();

afterAll(() => server.close());

/** A database of its own. */
function inDatabase(mongodb: string): string {
  const url = new URL(mongodb);
  url.pathname = `/test_${randomBytes(6).toString('hex')}`;
  return url.href;
}

describe('the queue in PostgreSQL', () => {
  queueContract(undefined);
});

describe("the queue at a server that speaks MongoDB's protocol", () => {
  queueContract(inDatabase(server.url));
});

// No npm package ships a MongoDB: this is for those who have one.
describe.skipIf(mongodbUrl === '')('the queue in MongoDB', () => {
  queueContract(mongodbUrl === '' ? undefined : inDatabase(mongodbUrl));
});
