import type { CodegenConfig } from '@graphql-codegen/cli';

/** One generated file per web app: types and texts of its own .graphql files, and a composable for each. */
function clientOf(workspace: string): NonNullable<CodegenConfig['generates']> {
  return {
    [`${workspace}/src/gql/generated.ts`]: {
      documents: `${workspace}/src/**/*.graphql`,
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
  generates: { ...clientOf('web-recorder'), ...clientOf('web-admin') },
};

export default config;
