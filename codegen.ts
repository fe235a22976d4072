import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * A generated file for the .graphql files of a web app: types, texts, and a composable for each operation. One file is
 * loaded as a whole, so what a first page must not wait for has a file of its own.
 * @param part - a folder that has a file of its own
 * @param without - the folders that have one
 */
function clientOf(
  workspace: string,
  { part = '', without = [] }: { part?: string; without?: string[] } = {},
): NonNullable<CodegenConfig['generates']> {
  const folder = `${workspace}/src/${part}`;
  return {
    [`${folder}gql/generated.ts`]: {
      documents: [
        `${folder}**/*.graphql`,
        ...without.map((other) => `!${workspace}/src/${other}**/*.graphql`),
      ],
      plugins: ['typescript-operations', './scripts/codegen/composables.mjs'],
      config: {
        enumType: 'string-literal',
        useTypeImports: true,
        scalars: {
          DateTime: 'string',
          JSONObject: 'Record<string, unknown>',
          Upload: { input: 'Blob', output: 'never' },
        },
      },
    },
  };
}

const config: CodegenConfig = {
  schema: 'schema.graphql',
  generates: {
    ...clientOf('web-recorder', { without: ['texts/'] }),
    ...clientOf('web-recorder', { part: 'texts/' }),
    ...clientOf('web-admin'),
  },
};

export default config;
