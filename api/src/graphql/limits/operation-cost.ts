import type { ApolloServerPlugin } from '@apollo/server';
import {
  BREAK,
  GraphQLError,
  Kind,
  getNamedType,
  getVariableValues,
  isLeafType,
  visit,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { fieldExtensionsEstimator, getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { isGiven } from '../is-given.js';
import { usualPage } from '../../page/page.args.js';

/**
 * What an operation may cost the database: each object that it may fetch costs 1, times the page that it lies on;
 * plain values are free; some fields say their own price (`complexity`).
 */
const objectEstimator: ComplexityEstimator = ({ field, args, childComplexity }) => {
  if (isLeafType(getNamedType(field.type))) return 0;
  const isPaged = field.args.some(({ name }) => name === 'first');
  if (!isPaged) return 1 + childComplexity;
  const given: unknown = args.first ?? args.last ?? usualPage;
  return 1 + Math.max(1, Number(given)) * childComplexity;
};

/** An operation with the values of its variables. */
export interface PricedOperation {
  readonly schema: GraphQLSchema;
  readonly query: DocumentNode;
  readonly variables: Record<string, unknown>;
  /** Which one, where the document holds several. */
  readonly operationName?: string;
}

/** @throws GraphQLError when the variables do not fit the operation, or it has more nodes than can be counted. */
export function operationCost(operation: PricedOperation): number {
  return getComplexity({ ...operation, estimators: [fieldExtensionsEstimator(), objectEstimator] });
}

/** True for one operation whose price hangs on no variable: no length of a page, and nothing that may be left out. */
function costsAlwaysTheSame(document: DocumentNode): boolean {
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  let always = operations.length === 1;
  visit(document, {
    Directive() {
      always = false;
      return BREAK;
    },
    Argument({ name }) {
      if (name.value !== 'first' && name.value !== 'last') return undefined;
      always = false;
      return BREAK;
    },
  });
  return always;
}

/** Fragments that double again and again have more nodes than the library counts; it throws without a code then. */
function costOrTooMany(operation: PricedOperation): number {
  try {
    return operationCost(operation);
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes('nodes')) return Infinity;
    throw error;
  }
}

/** Refuses an operation, with its variables, that costs more than `most`. */
export function operationCostPlugin(most: number): ApolloServerPlugin {
  const affordable = new WeakSet<DocumentNode>();
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ schema, document, operation, request, operationName }) {
          // Only what may be served is remembered.
          if (affordable.has(document)) return Promise.resolve();
          const variables = request.variables ?? {};
          // Execution refuses variables that do not fit, and with the right words.
          const { errors } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables);
          if (errors !== undefined) return Promise.resolve();
          const name = isGiven(operationName) ? { operationName } : {};
          const cost = costOrTooMany({ schema, query: document, variables, ...name });
          if (cost > most) throw tooExpensive(cost, most);
          if (costsAlwaysTheSame(document)) affordable.add(document);
          return Promise.resolve();
        },
      }),
  };
}

function tooExpensive(cost: number, most: number): GraphQLError {
  const price = Number.isFinite(cost) ? cost : 'more than can be counted';
  return new GraphQLError(
    `The operation costs ${price} and may cost ${most}. Ask for smaller pages or fewer things at a time.`,
    { extensions: { code: 'BAD_USER_INPUT', field: 'query', most, http: { status: 400 } } },
  );
}
