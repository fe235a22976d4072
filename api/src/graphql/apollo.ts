import type { Server } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { Analytics } from '@crowd-recital/core/analytics/analytics.js';
import type { Logger } from '@crowd-recital/core/logging/logger.js';
import { analyticsPlugin } from '../analytics/analytics-plugin.js';
import { delegationAudit } from '../auth/delegation-audit.js';
import { introspectionGate } from '../auth/introspection-gate.js';
import type { TransportLimits } from '../http/transport-limits.js';
import type { Context } from './context.js';
import { errorLogPlugin } from './error-log.js';
import { formatError } from './format-error.js';
import { operationCostPlugin } from './limits/operation-cost.js';
import { operationShapeRule } from './limits/operation-shape.js';
import { operationLogPlugin } from './operation-log.js';
import { createSchema } from './schema.js';

/** How large an operation may be; our own apps' come nowhere near. */
const mostTokens = 2_000;
const shape = { depth: 12, aliases: 15, directives: 20 };
const mostCost = 1_000;

/** What the GraphQL server depends on. */
export interface ApolloOptions {
  readonly developmentMode: boolean;
  readonly httpServer: Server;
  readonly log: Logger;
  readonly limits: TransportLimits;
  /** Undefined: nobody is told what people do. */
  readonly analytics: Analytics | undefined;
}

/** The GraphQL server, not yet started. Stopping it lets the requests under way end. */
export function createApollo({
  developmentMode,
  httpServer,
  log,
  limits,
  analytics,
}: ApolloOptions): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema: createSchema(),
    // Who may is for the gate to say: it knows the caller.
    introspection: true,
    hideSchemaDetailsFromClientErrors: !developmentMode,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: mostTokens },
    validationRules: [operationShapeRule(shape)],
    formatError,
    logger: log,
    plugins: [
      introspectionGate(developmentMode),
      delegationAudit,
      ...(analytics === undefined ? [] : [analyticsPlugin(analytics)]),
      operationCostPlugin(mostCost),
      errorLogPlugin,
      operationLogPlugin,
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer, stopGracePeriodMillis: limits.drain }),
    ],
  });
}
