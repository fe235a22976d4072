import type { ApolloServerPlugin } from '@apollo/server';
import type { Analytics } from '@crowd-recital/core/analytics/analytics.js';
import type { Context } from '../graphql/context.js';
import { operationEvents } from './operation-events.js';

/** Tells analytics of mutations that were answered without an error. A fault in telling harms nobody. */
export function analyticsPlugin(analytics: Analytics): ApolloServerPlugin<Context> {
  return {
    requestDidStart: ({ contextValue: context }) =>
      Promise.resolve({
        executionDidStart: () =>
          Promise.resolve({
            willResolveField({ args, info: { parentType, fieldName, schema } }) {
              const tell = operationEvents[fieldName];
              if (tell === undefined || parentType !== schema.getMutationType()) return undefined;
              return (error, result) => {
                if (error !== null) return;
                const { caller, log } = context;
                const userId = caller.kind === 'user' ? caller.user.id : 'anonymous';
                try {
                  tell(analytics, userId, { args, result, context });
                } catch (fault) {
                  log.error({ err: fault, fieldName }, 'analytics could not be told');
                }
              };
            },
          }),
      }),
  };
}
