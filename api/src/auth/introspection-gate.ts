import type { ApolloServerPlugin } from '@apollo/server';
import { BREAK, GraphQLError, visit, type DocumentNode } from 'graphql';
import type { Context } from '../graphql/context.js';
import type { Caller } from './caller.js';

/**
 * Lets the schema be asked for in development, and otherwise by back-office tools and admins only.
 * @param developmentMode - opens it to everybody.
 */
export function introspectionGate(developmentMode: boolean): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ document, contextValue: { caller } }) {
          if (!developmentMode && !mayIntrospect(caller) && asksForSchema(document)) throw refusal();
          return Promise.resolve();
        },
      }),
  };
}

function mayIntrospect(caller: Caller): boolean {
  return caller.kind === 'user' && (caller.via === 'delegation' || caller.user.group === 'admin');
}

/** Answers of `asksForSchema`: Apollo keeps the documents that come again and again. */
const known = new WeakMap<DocumentNode, boolean>();

function asksForSchema(document: DocumentNode): boolean {
  const answer = known.get(document) ?? looksForSchema(document);
  known.set(document, answer);
  return answer;
}

function looksForSchema(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field({ name }) {
      if (name.value !== '__schema' && name.value !== '__type') return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}

function refusal(): GraphQLError {
  return new GraphQLError('The schema is shown to back-office tools and administrators only.', {
    extensions: { code: 'FORBIDDEN', http: { status: 400 } },
  });
}
