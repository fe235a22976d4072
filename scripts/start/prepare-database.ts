import { migrate } from '@crowd-recital/core/db/migrate.js';

// A process of its own: the supervisor lives for weeks and need not keep an ORM in memory.
const { DB_CONNECTION_STR: connectionString } = process.env;
if (connectionString === undefined) throw new Error('DB_CONNECTION_STR is not set.');

await migrate(connectionString);
if (process.argv.includes('--seed')) {
  const { seedDevelopment } = await import('@crowd-recital/core/db/seed-development.js');
  const { loadAgreements } = await import('@crowd-recital/core/agreement/agreements.js');
  const { loadConfig } = await import('@crowd-recital/core/config/config.js');
  await seedDevelopment(connectionString, loadAgreements(loadConfig().agreementFolder));
}
