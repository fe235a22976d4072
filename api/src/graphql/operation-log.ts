import type { ApolloServerPlugin } from '@apollo/server';
import { addToSpan } from '@crowd-recital/core/tracing/tracing.js';
import type { Response } from 'express';
import type { Context } from './context.js';

/** What the line of a request tells besides its path; kept in `response.locals`. */
export interface LoggedOperation {
  readonly operation: string;
  /** The recital that it was about. */
  readonly sessionId?: string;
}

/** Names are the client's: only what can be a name goes into the log. */
const name = /^\w{1,80}$/;
const id = /^[\w-]{1,40}$/;

/**
 * Notes for the log which operation was asked, and about which recital: its id then leads from each upload to the
 * lines of the workers.
 */
export const operationLogPlugin: ApolloServerPlugin<Context> = {
  requestDidStart: ({ contextValue: { response } }) =>
    Promise.resolve({
      didResolveOperation({ operationName, request: { variables } }) {
        const operation = operationName !== null && name.test(operationName) ? operationName : 'unnamed';
        const { sessionId }: { sessionId?: unknown } = variables ?? {};
        const logged: LoggedOperation =
          typeof sessionId === 'string' && id.test(sessionId) ? { operation, sessionId } : { operation };
        Object.assign(response.locals, { logged });
        addToSpan({ 'graphql.operation.name': operation });
        return Promise.resolve();
      },
      willSendResponse({ response: { body } }) {
        const created: unknown = body.kind === 'single' ? body.singleResult.data?.createSession : undefined;
        noteCreated(response, created);
        return Promise.resolve();
      },
    }),
};

/** A recital that was just made is named by the answer and not by the question. */
function noteCreated(response: Response, created: unknown): void {
  if (typeof created !== 'object' || created === null || !('id' in created)) return;
  if (typeof created.id !== 'string' || !id.test(created.id)) return;
  Object.assign(response.locals, { logged: { ...loggedOperation(response), sessionId: created.id } });
}

/** @returns nothing for what is no operation. */
export function loggedOperation(response: Response): Partial<LoggedOperation> {
  return (response.locals as { logged?: LoggedOperation }).logged ?? {};
}
