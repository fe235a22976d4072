import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import { withOrigin } from '@crowd-recital/core/logging/origin.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import express, { Router, type Request, type RequestHandler, type Response } from 'express';
import { authenticate } from '../auth/authenticate.js';
import type { Caller } from '../auth/caller.js';
import { requireSignedSpeakerOrAdmin } from '../auth/require-viewer.js';
import { crossOrigin } from '../http/cross-origin.js';
import { operationTimeLimit } from '../http/operation-time-limit.js';
import { requestIdOf } from '../http/request-id.js';
import type { TransportLimits } from '../http/transport-limits.js';
import { checkUploadHeaders, isMultipart, largestFile } from '../upload/multipart-request.js';
import { receiveMultipart } from '../upload/receive-multipart.js';
import { UploadRate } from '../upload/upload-rate.js';
import type { Context, Services } from './context.js';
import { createLoaders } from './loaders.js';

/** What is known of a request before its body is read; kept in `response.locals`. */
interface Known {
  readonly em: EntityManager;
  readonly caller: Caller;
}

/**
 * `/api/graphql`. The order matters: who calls, and whether the headers allow the body, is settled before a byte
 * of it is parsed.
 */
export function graphqlRoute(
  services: Services,
  apollo: ApolloServer<Context>,
  limits: TransportLimits,
): Router {
  const router = Router();
  router.use(crossOrigin(services.config.http.corsAllowOrigins));
  router.use(postOnly);
  router.use(knowCaller(services));
  router.use(operationTimeLimit(limits.operation));
  router.use(readUpload(services));
  router.use(express.json({ limit: limits.jsonBytes }), bodyOrNone);
  router.use(
    expressMiddleware(apollo, {
      context: ({ req, res }) => Promise.resolve(contextOf(services, req, res)),
    }),
  );
  return router;
}

const postOnly: RequestHandler = (request, response, next) => {
  if (request.method === 'POST') {
    next();
    return;
  }
  response
    .status(405)
    .set('Allow', 'POST, OPTIONS')
    .json({ errors: [{ message: 'GraphQL is asked by POST here.', extensions: { code: 'BAD_REQUEST' } }] });
};

function knowCaller({ orm, authentication }: Services): RequestHandler {
  return async (request, response, next) => {
    const em = withOrigin(orm.em.fork(), { requestId: requestIdOf(response) });
    const caller = await authenticate(authentication, em, request, response);
    Object.assign(response.locals, { em, caller } satisfies Known);
    next();
  };
}

function readUpload({ config, agreements }: Services): RequestHandler {
  const { maxSegmentBytes, uploadsPerSecond } = config.session;
  const rate = new UploadRate(uploadsPerSecond);
  return async (request, response, next) => {
    if (isMultipart(request)) {
      // A voice is taken in of nobody who has not signed; the resolver, which knows what comes, sees to that.
      const speaker = requireSignedSpeakerOrAdmin({ caller: knownOf(response).caller, agreements });
      checkUploadHeaders(request, maxSegmentBytes);
      await rate.count(speaker.id);
      request.body = await receiveMultipart(request, response, largestFile(maxSegmentBytes));
    }
    next();
  };
}

/** Apollo's integration takes a missing `body` for a server that was put together wrongly. */
const bodyOrNone: RequestHandler = (request, _response, next) => {
  request.body ??= {};
  next();
};

function contextOf(services: Services, request: Request, response: Response): Context {
  const { config, store, version, agreements, authentication, mediaLinks, exportLinks } = services;
  const { em, caller } = knownOf(response);
  return {
    config,
    store,
    version,
    agreements,
    authentication,
    mediaLinks,
    exportLinks,
    em,
    caller,
    loaders: createLoaders(em, caller.kind === 'user' ? caller.user.id : undefined),
    request,
    response,
    requestId: requestIdOf(response),
    log: request.log,
  };
}

function knownOf(response: Response): Known {
  return response.locals as Known;
}
