import closeWithGrace from 'close-with-grace';
import { createAnalytics } from '@crowd-recital/core/analytics/analytics.js';
import { loadConfig, type Config } from '@crowd-recital/core/config/config.js';
import { productVersion } from '@crowd-recital/core/config/product-version.js';
import { warnOfUnsafeSettings } from '@crowd-recital/core/db/durability.js';
import { createOrm } from '@crowd-recital/core/db/orm.js';
import { Readiness } from '@crowd-recital/core/health/readiness.js';
import { createLogger, type Logger } from '@crowd-recital/core/logging/logger.js';
import { startOperatorsServer } from '@crowd-recital/core/metrics/operators-server.js';
import { connectQueue } from '@crowd-recital/core/queue/connect-queue.js';
import { startTracing } from '@crowd-recital/core/tracing/tracing.js';
import { createDependencies } from './create-dependencies.js';
import { sweepRegularly } from './sweep/sweep-regularly.js';
import { waitForDatabase } from './wait-for-database.js';
import { startWorker } from './worker/worker.js';

/** Milliseconds for the jobs that run when this process is to stop; who asked waits 30 s. */
const patience = 22_000;

/** Starts to work. @returns what ends it again. */
async function start(config: Config, log: Logger): Promise<(patienceMilliseconds: number) => Promise<void>> {
  const service = { name: 'jobs', version: productVersion() };
  const stopTracing = await startTracing(config.tracing, service);
  await waitForDatabase(config.databaseUrl, { patienceSeconds: 30, log });
  const orm = await createOrm({
    connectionString: config.databaseUrl,
    poolSize: config.jobs.concurrency + 4,
    statementSeconds: 60,
    debug: config.debug,
    log: (message) => log.debug(message),
  });
  await warnOfUnsafeSettings(orm.em.fork(), log);
  const analytics = await createAnalytics(config.analytics, { version: service.version, log });
  const deps = { ...(await createDependencies(config, orm, log)), analytics };
  const { databaseUrl, mongodbUrl, jobs } = config;
  const closeQueue = await connectQueue(config, orm, log);
  const worker = await startWorker(deps, { databaseUrl, mongodbUrl, concurrency: jobs.concurrency });
  const endSweeping = sweepRegularly(deps, jobs.sweepInterval);
  const readiness = new Readiness({ orm, store: deps.store, log, needsQueue: true });
  const { metrics } = config;
  // The API of the same machine has the port itself.
  const stopOperatorsServer = await startOperatorsServer(
    metrics && { ...metrics, ...service, port: metrics.port + 1, readiness, log, em: deps.em },
  );
  log.info({ ffmpeg: deps.tools.ffmpegVersion, concurrency: jobs.concurrency }, 'working');
  return async (patienceMilliseconds) => {
    readiness.stop();
    await worker.stop(patienceMilliseconds);
    await endSweeping();
    await analytics?.close();
    await stopOperatorsServer();
    await closeQueue();
    await orm.close();
    await stopTracing();
  };
}

/** Stops on a signal, on an error that nobody handled, and when the supervisor is gone: nobody else would stop it. */
function stopWhenAsked(stop: (patienceMilliseconds: number) => Promise<void>, log: Logger): void {
  let stopping = false;
  const closing = closeWithGrace({ delay: patience + 5_000, logger: log }, async ({ err, signal }) => {
    stopping = true;
    if (err !== undefined) log.fatal({ err }, 'an error that nobody handled');
    log.info({ signal }, 'stopping');
    await stop(err === undefined ? patience : 0);
    log.info('stopped');
  });
  const onDisconnect = (): void => {
    if (!stopping) closing.close();
  };
  process.once('disconnect', onDisconnect);
  if (process.send !== undefined && !process.connected) onDisconnect();
}

try {
  const config = loadConfig();
  const log = createLogger('jobs', { debug: config.debug });
  stopWhenAsked(await start(config, log), log);
  process.send?.({ type: 'ready' });
} catch (error) {
  // Sentences for the operator: what is not configured, does not answer or is not installed.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
