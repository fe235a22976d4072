import { createOrm } from './orm.js';

const connectionString = process.env.DB_CONNECTION_STR;
if (connectionString === undefined) {
  throw new Error('Set DB_CONNECTION_STR to an empty database; the migration is made from the difference.');
}
const orm = await createOrm({ connectionString });
const migration = await orm.migrator.createMigration();
await orm.close();
process.stdout.write(`${migration.fileName}\n`);
