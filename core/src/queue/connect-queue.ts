import type { MikroORM } from '@mikro-orm/postgresql';
import type { Config } from '../config/config.js';
import type { Logger } from '../logging/logger.js';
import { useQueue } from './job-queue.js';

/**
 * Makes an ORM leave its jobs where the configuration says: in its own database, or in MongoDB (which is connected
 * to when the first job is left).
 * @returns what closes the connection again.
 */
export async function connectQueue(
  { mongodbUrl }: Pick<Config, 'mongodbUrl'>,
  orm: MikroORM,
  log: Logger,
): Promise<() => Promise<void>> {
  if (mongodbUrl === undefined) return () => Promise.resolve();
  const [{ MongoConnection }, { mongoQueue }, { AfterCommit }] = await Promise.all([
    import('./mongo/mongo-connection.js'),
    import('./mongo/mongo-queue.js'),
    import('./after-commit.js'),
  ]);
  const connection = new MongoConnection(mongodbUrl);
  const afterCommit = new AfterCommit();
  orm.em.getEventManager().registerSubscriber(afterCommit);
  useQueue(orm, mongoQueue(connection, afterCommit, log));
  return () => connection.close();
}
