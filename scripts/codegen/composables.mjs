import { Kind, print, stripIgnoredCharacters, visit } from 'graphql';

/**
 * GraphQL Code Generator plugin: the text of each operation of the app's .graphql files, and a typed Vue composable
 * for it. Texts, because syntax trees were a third of what the recorder's first page loaded of our own.
 *
 * A query whose variables all have defaults or may be null is called `useTextsQuery()`; one with a required
 * variable is `useTextQuery(variables)`, so that leaving it out is a type error. Has to stay a plain .mjs file:
 * the generator loads plugins by path and knows no TypeScript.
 *
 * @param {import('graphql').GraphQLSchema} _schema
 * @param {{ document?: import('graphql').DocumentNode }[]} documents
 * @returns {{ prepend: string[], content: string }} imports, and the composables
 */
export function plugin(_schema, documents) {
  const definitions = documents.flatMap(({ document }) => document?.definitions ?? []);
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  /** @type {Set<string>} */
  const kinds = new Set(operations.map(({ operation }) => operation));
  return {
    prepend: importsOf(kinds),
    content: [
      OPERATION_TEXT,
      kinds.has('query') ? QUERY_OPTIONS : '',
      ...operations.map((operation) => textOf(operation, fragments)),
      ...operations.map(composableOf),
    ].join('\n'),
  };
}

const OPERATION_TEXT = `
/** An operation as the server is sent it; its type remembers what goes in and what comes out. */
export type OperationText<Data, Variables> = string & { readonly answers?: (variables: Variables) => Data };
`;

const QUERY_OPTIONS = `
/** Everything that useQuery takes beside the document and its variables. */
export type QueryOptions<Data, Variables extends AnyVariables> = Omit<
  UseQueryArgs<Data, Variables>,
  'query' | 'variables'
>;
`;

/** @param {Set<string>} kinds */
function importsOf(kinds) {
  const values = [kinds.has('mutation') && 'useMutation', kinds.has('query') && 'useQuery'].filter(Boolean);
  const types = kinds.has('query') ? ['type AnyVariables', 'type UseQueryArgs'] : [];
  const lines = values.length ? [`import { ${[...values, ...types].join(', ')} } from '@urql/vue';`] : [];
  if (kinds.has('query')) lines.push(`import { toValue, type MaybeRefOrGetter } from 'vue';`);
  return lines;
}

/**
 * The text of an operation and of all fragments that it spreads, in itself or in one another.
 * @param {import('graphql').OperationDefinitionNode} operation
 * @param {import('graphql').FragmentDefinitionNode[]} fragments
 */
function textOf(operation, fragments) {
  /** @type {Set<import('graphql').ExecutableDefinitionNode>} */
  const needed = new Set([operation]);
  for (const definition of needed) {
    visit(definition, {
      FragmentSpread({ name }) {
        const fragment = fragments.find((candidate) => candidate.name.value === name.value);
        if (fragment) needed.add(fragment);
      },
    });
  }
  const text = stripIgnoredCharacters([...needed].map(print).join('\n'));
  const name = operation.name?.value ?? '';
  const type = `${name}${operation.operation === 'mutation' ? 'Mutation' : 'Query'}`;
  return `
export const ${name}Document = ${JSON.stringify(text)} as OperationText<${type}, ${type}Variables>;
`;
}

/** @param {import('graphql').OperationDefinitionNode} operation */
function composableOf(operation) {
  const name = operation.name?.value;
  if (!name || !/^[A-Z][A-Za-z0-9]*$/.test(name)) {
    throw new Error(`An operation needs a name in PascalCase, not "${name ?? ''}"`);
  }
  return operation.operation === 'mutation' ? mutationComposable(name) : queryComposable(name, operation);
}

/** @param {string} name */
function mutationComposable(name) {
  const type = `${name}Mutation`;
  return `
export const use${type} = () => useMutation<${type}, ${type}Variables>(${name}Document);
`;
}

/**
 * @param {string} name
 * @param {import('graphql').OperationDefinitionNode} operation
 */
function queryComposable(name, operation) {
  const type = `${name}Query`;
  const required = operation.variableDefinitions?.some(isRequired);
  return `
export const use${type} = (
  variables: MaybeRefOrGetter<${type}Variables>${required ? '' : ' = {}'},
  options: QueryOptions<${type}, ${type}Variables> = {},
) =>
  useQuery<${type}, ${type}Variables>({
    ...options,
    query: ${name}Document,
    variables: () => toValue(variables),
  });
`;
}

/** @param {import('graphql').VariableDefinitionNode} variable */
function isRequired(variable) {
  return variable.type.kind === 'NonNullType' && !variable.defaultValue;
}
