import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import vue from 'eslint-plugin-vue';
import globals from 'globals';
import ts from 'typescript-eslint';

/**
 * The arrows of docs/architecture.md: which packages a package may import.
 * @type {Record<string, string[]>}
 */
const allowed = {
  core: [],
  api: ['core'],
  jobs: ['core'],
  cli: ['core', 'jobs'],
  ui: [],
  'web-recorder': ['ui'],
  'web-admin': ['ui'],
};

const packages = Object.keys(allowed);

/**
 * One block per package: importing any other package than the allowed ones is an error.
 * @type {import('eslint').Linter.Config[]}
 */
const boundaries = packages.map((name) => ({
  files: [`${name}/**/*.{ts,vue}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...packages
            .filter((other) => other !== name && !allowed[name]?.includes(other))
            .map((other) => ({
              group: [`@crowd-recital/${other}`, `@crowd-recital/${other}/**`],
              message: `${name} does not depend on ${other} (docs/architecture.md).`,
            })),
          {
            regex: `^(\\.\\./)+(${packages.join('|')})/`,
            message: 'Import another package by its name, not by a path.',
          },
          ...(name === 'core'
            ? [
                {
                  group: ['graphql', 'graphql/*', 'type-graphql', 'express', '@apollo/*'],
                  message: 'core knows neither GraphQL nor HTTP.',
                },
              ]
            : []),
        ],
      },
    ],
  },
}));

export default ts.config(
  {
    ignores: ['**/dist/**', '**/node_modules/**', 'data/**', 'tmp/**', '**/gql/generated.ts', 'docs/**'],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,vue}'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Entities and their types share a name on purpose: `const User` is the schema, `type User` a row.
      '@typescript-eslint/no-redeclare': 'off',
      'no-redeclare': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    // MikroORM's property builders come as deep Picks, which the rule takes for errors of type.
    files: ['core/src/**/*.entity.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    files: ['api/src/**/*.ts'],
    // type-graphql knows a type or a namespace by its class, which may hold nothing but decorated members.
    rules: { '@typescript-eslint/no-extraneous-class': 'off' },
  },
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: { 'vue/multi-word-component-names': 'off', 'vue/require-default-prop': 'off' },
  },
  { files: ['{ui,web-recorder,web-admin}/**/*.{ts,vue}'], languageOptions: { globals: globals.browser } },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['scripts/**/*.{ts,mjs}', 'cli/**/*.ts', 'bench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  ...boundaries,
  prettier,
);
