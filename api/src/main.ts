import { ConfigError, loadConfig, type Config } from '@crowd-recital/core/config/config.js';
import { productVersion } from '@crowd-recital/core/config/product-version.js';
import { warnOfUnsafeSettings } from '@crowd-recital/core/db/durability.js';
import { createOrm } from '@crowd-recital/core/db/orm.js';
import { createLogger, type Logger } from '@crowd-recital/core/logging/logger.js';
import { MeasuredStore } from '@crowd-recital/core/metrics/measured-store.js';
import { startOperatorsServer } from '@crowd-recital/core/metrics/operators-server.js';
import { connectQueue } from '@crowd-recital/core/queue/connect-queue.js';
import { createContentStore } from '@crowd-recital/core/storage/create-content-store.js';
import { startTracing } from '@crowd-recital/core/tracing/tracing.js';
import closeWithGrace from 'close-with-grace';
import { ListenError, listen } from './listen.js';
import { buildServer } from './server.js';

/** The server's own 25 s for requests under way, and a little for the rest; process managers give 30 s. */
const shutdownPatience = 28_000;

try {
  await serve(loadConfig());
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof ListenError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

/** Serves until a signal comes, or until the supervisor that started this process goes away. */
async function serve(config: Config): Promise<void> {
  const name = 'api';
  const log = createLogger(name, { debug: config.debug });
  const version = productVersion();
  const stopTracing = await startTracing(config.tracing, { name, version });
  const orm = await createOrm({
    connectionString: config.databaseUrl,
    statementSeconds: 10,
    debug: config.debug,
    log: (message) => log.debug(message),
  });
  await warnOfUnsafeSettings(orm.em.fork(), log);
  const closeQueue = await connectQueue(config, orm, log);
  const store = new MeasuredStore(await createContentStore(config));
  const server = await buildServer({ config, orm, store, log });

  const { readiness } = server;
  const stopOperatorsServer = await startOperatorsServer(
    config.metrics && { ...config.metrics, name, version, readiness, log, em: () => orm.em.fork() },
  );

  const closing = closeWithGrace({ delay: shutdownPatience, logger: log }, async ({ err, signal }) => {
    if (err === undefined) log.info({ signal }, 'stopping');
    else log.fatal({ err }, 'stopping after an error that nobody handled');
    await server.close();
    await stopOperatorsServer();
    await closeQueue();
    await orm.close();
    await stopTracing();
  });
  process.once('disconnect', () => closing.close());

  await listen(server.http, config.http);
  warnOfOpenDoors(config, log);
  log.info({ host: config.http.host, port: config.http.port }, 'listening');
  process.send?.({ type: 'ready' });
}

function warnOfOpenDoors({ developmentMode, auth, http }: Config, log: Logger): void {
  if (auth.developmentSignInAnywhere) {
    log.warn('DEV_SIGN_IN_ANYWHERE is on: whoever reaches this server can sign in without a password');
  } else if (developmentMode && !auth.developmentSignIn) {
    log.warn(
      `Sign-in without a password is off, because HOST is ${http.host} and not an address of this machine alone`,
    );
  }
  if (auth.autoLoginEmail !== undefined && auth.developmentSignIn) {
    log.warn(`DEV_AUTO_LOGIN_USER_EMAIL is on: whoever is not signed in is ${auth.autoLoginEmail}`);
  }
  if (!developmentMode && auth.google === undefined) {
    log.warn('GOOGLE_CLIENT_ID is not set: nobody can sign in');
  }
}
