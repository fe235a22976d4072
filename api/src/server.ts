import 'reflect-metadata';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { loadAgreements } from '@crowd-recital/core/agreement/agreements.js';
import { createAnalytics } from '@crowd-recital/core/analytics/analytics.js';
import { projectFolder, type Config } from '@crowd-recital/core/config/config.js';
import { productVersion } from '@crowd-recital/core/config/product-version.js';
import { Readiness } from '@crowd-recital/core/health/readiness.js';
import type { Logger } from '@crowd-recital/core/logging/logger.js';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import type { MikroORM } from '@mikro-orm/postgresql';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import { ExportLinks, exportPath } from './account/export-links.js';
import { exportRoute } from './account/export-route.js';
import { AccessTokens } from './auth/access-token.js';
import { Delegation } from './auth/delegation.js';
import { GoogleSignIn } from './auth/google/google-sign-in.js';
import { SessionCookie } from './auth/session-cookie.js';
import { createApollo } from './graphql/apollo.js';
import type { Services } from './graphql/context.js';
import { graphqlRoute } from './graphql/graphql-route.js';
import { errorHandler, nothingHere } from './http/error-handler.js';
import { foreignSources } from './http/foreign-sources.js';
import { healthRoute } from './http/health-route.js';
import { lastOnConnection } from './http/last-on-connection.js';
import { requestLog } from './http/request-log.js';
import { securityHeaders } from './http/security-headers.js';
import { trustedProxies } from './http/trusted-proxies.js';
import { transportLimits, type TransportLimits } from './http/transport-limits.js';
import { bucketOrigins } from './media/bucket-origins.js';
import { MediaLinks, mediaPath } from './media/media-links.js';
import { mediaRoute } from './media/media-route.js';
import { measureRequests } from './metrics/measure-requests.js';
import { isMultipart } from './upload/multipart-request.js';
import { appFilesRoute } from './web/app-files-route.js';
import { envConfigRoute } from './web/env-config-route.js';
import { webAppsRoute, type WebApps } from './web/web-apps-route.js';

/** What the server is built of. It opens and closes none of it. */
export interface ServerDependencies {
  readonly config: Config;
  readonly orm: MikroORM;
  readonly store: ContentStore;
  readonly log: Logger;
  readonly webApps?: WebApps;
  readonly limits?: Partial<TransportLimits>;
}

/** A server that does not listen yet. */
export interface RecitalServer {
  readonly http: Server;
  readonly readiness: Readiness;
  /** Takes no new connections, lets the requests under way end, and cuts off those that do not in time. */
  readonly close: () => Promise<void>;
}

const builtWebApps: WebApps = {
  recorder: path.join(projectFolder, 'web-recorder', 'dist'),
  admin: path.join(projectFolder, 'web-admin', 'dist'),
};

/** Builds the server of the API and the web apps. The caller makes `http` listen, and calls `close` in the end. */
export async function buildServer(dependencies: ServerDependencies): Promise<RecitalServer> {
  const { config, log } = dependencies;
  const limits = { ...transportLimits, ...dependencies.limits };
  const app = express();
  const http = createHttpServer(app, limits);
  const analytics = await createAnalytics(config.analytics, { version: productVersion(), log });
  const apollo = createApollo({
    developmentMode: config.developmentMode,
    httpServer: http,
    log,
    limits,
    analytics,
  });
  await apollo.start();

  const services = createServices(dependencies);
  const readiness = new Readiness({ ...dependencies, needsQueue: false });
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', trustedProxies(config.http.trustedProxies));
  app.use(lastOnConnection(readiness), requestLog(log), measureRequests);
  app.use(
    securityHeaders(
      config.http.publicUrl,
      bucketOrigins(config.s3),
      config.auth.google?.scriptUrl,
      foreignSources(config),
    ),
  );
  app.use(mediaPath, mediaRoute(services));
  app.use(compressed);
  app.use(exportPath, exportRoute(services));
  app.use('/api/graphql', graphqlRoute(services, apollo, limits));
  const webApps = dependencies.webApps ?? builtWebApps;
  app.use('/api', healthRoute(readiness), appFilesRoute(webApps), nothingHere);
  app.use('/env', envConfigRoute(config, services.version), nothingHere);
  app.use(webAppsRoute(webApps));
  app.use(nothingHere);
  app.use(errorHandler);
  return {
    http,
    readiness,
    close: async () => {
      readiness.stop();
      await apollo.stop();
      await analytics?.close();
    },
  };
}

const compress = compression();

/** What answers an upload is a few words, which are never compressed: it is not even prepared for. */
const compressed: RequestHandler = (request, response, next) => {
  if (isMultipart(request)) next();
  else compress(request, response, next);
};

function createServices({ config, orm, store, log }: ServerDependencies): Services {
  const { accessTokenSecret, accessTokenTtl } = config.auth;
  return {
    config,
    orm,
    store,
    log,
    version: productVersion(),
    agreements: loadAgreements(config.agreementFolder),
    authentication: {
      tokens: new AccessTokens(accessTokenSecret, accessTokenTtl),
      cookie: new SessionCookie(config.http.publicUrl),
      origins: config.http,
      delegation: new Delegation(config.auth.delegation),
      google: config.auth.google && new GoogleSignIn(config.auth.google, config.http.publicUrl),
      config,
    },
    exportLinks: new ExportLinks(accessTokenSecret),
    mediaLinks: new MediaLinks(accessTokenSecret, config.media.linkTtl),
  };
}

function createHttpServer(app: Express, limits: TransportLimits): Server {
  const http = createServer({ connectionsCheckingInterval: 5_000 }, app);
  http.headersTimeout = limits.headers;
  // A whole request may take as long as it moves: a phone on a weak link still delivers its voice.
  http.requestTimeout = 0;
  http.timeout = limits.idle;
  http.keepAliveTimeout = limits.kept;
  return http;
}
