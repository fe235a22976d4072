/**
 * Lint of TypeScript, types included. oxlint, because it takes seconds where typescript-eslint's programs took one and
 * a half minutes; templates of Vue components are ESLint's (eslint.config.js).
 */

/** The rules of ESLint's recommended set that the compiler does not make superfluous. */
const language = [
  'for-direction',
  'no-async-promise-executor',
  'no-case-declarations',
  'no-compare-neg-zero',
  'no-cond-assign',
  'no-constant-binary-expression',
  'no-constant-condition',
  'no-control-regex',
  'no-debugger',
  'no-delete-var',
  'no-dupe-else-if',
  'no-duplicate-case',
  'no-empty',
  'no-empty-character-class',
  'no-empty-pattern',
  'no-empty-static-block',
  'no-ex-assign',
  'no-extra-boolean-cast',
  'no-fallthrough',
  'no-global-assign',
  'no-invalid-regexp',
  'no-irregular-whitespace',
  'no-loss-of-precision',
  'no-misleading-character-class',
  'no-nonoctal-decimal-escape',
  'no-prototype-builtins',
  'no-regex-spaces',
  'no-self-assign',
  'no-shadow-restricted-names',
  'no-sparse-arrays',
  'no-unassigned-vars',
  'no-unsafe-finally',
  'no-unsafe-optional-chaining',
  'no-unused-labels',
  'no-unused-private-class-members',
  'no-unused-vars',
  'no-useless-backreference',
  'no-useless-catch',
  'no-useless-escape',
  'preserve-caught-error',
  'require-yield',
  'use-isnan',
  'valid-typeof',
  'no-var',
  'prefer-const',
  'prefer-rest-params',
  'prefer-spread',
  'no-array-constructor',
  'no-unused-expressions',
  'no-useless-constructor',
  'no-empty-function',
  'no-console',
  'eqeqeq',
];

/** typescript-eslint's strict and stylistic sets, typed rules included. */
const types = [
  'await-thenable',
  'no-array-delete',
  'no-base-to-string',
  'no-deprecated',
  'no-duplicate-enum-values',
  'no-duplicate-type-constituents',
  'no-dynamic-delete',
  'no-empty-object-type',
  'no-explicit-any',
  'no-extra-non-null-assertion',
  'no-extraneous-class',
  'no-floating-promises',
  'no-for-in-array',
  'no-generated-empty-object-type',
  'no-implied-eval',
  'no-invalid-void-type',
  'no-meaningless-void-operator',
  'no-misused-new',
  'no-misused-promises',
  'no-misused-spread',
  'no-mixed-enums',
  'no-namespace',
  'no-non-null-asserted-nullish-coalescing',
  'no-non-null-asserted-optional-chain',
  'no-non-null-assertion',
  'no-redundant-type-constituents',
  'no-require-imports',
  'no-this-alias',
  'no-unnecessary-boolean-literal-compare',
  'no-unnecessary-template-expression',
  'no-unnecessary-type-arguments',
  'no-unnecessary-type-assertion',
  'no-unnecessary-type-constraint',
  'no-unnecessary-type-conversion',
  'no-unnecessary-type-parameters',
  'no-unsafe-argument',
  'no-unsafe-assignment',
  'no-unsafe-call',
  'no-unsafe-declaration-merging',
  'no-unsafe-enum-comparison',
  'no-unsafe-function-type',
  'no-unsafe-member-access',
  'no-unsafe-return',
  'no-unsafe-unary-minus',
  'no-useless-default-assignment',
  'no-wrapper-object-types',
  'only-throw-error',
  'prefer-as-const',
  'prefer-literal-enum-member',
  'prefer-namespace-keyword',
  'prefer-promise-reject-errors',
  'prefer-reduce-type-parameter',
  'prefer-return-this-type',
  'related-getter-setter-pairs',
  'require-await',
  'triple-slash-reference',
  'unbound-method',
  'unified-signatures',
  'use-unknown-in-catch-callback-variable',
  'adjacent-overload-signatures',
  'array-type',
  'ban-tslint-comment',
  'class-literal-property-style',
  'consistent-generic-constructors',
  'consistent-indexed-object-style',
  'consistent-type-assertions',
  'consistent-type-definitions',
  'dot-notation',
  'no-confusing-non-null-assertion',
  'no-inferrable-types',
  'non-nullable-type-assertion-style',
  'prefer-find',
  'prefer-for-of',
  'prefer-function-type',
  'prefer-includes',
  'prefer-nullish-coalescing',
  'prefer-regexp-exec',
  'prefer-string-starts-ends-with',
  'consistent-type-imports',
];

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

/** One block per package: importing any other package than the allowed ones is an error. */
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

export default {
  plugins: ['typescript', 'unicorn'],
  categories: { correctness: 'off' },
  options: { typeAware: true },
  env: { builtin: true },
  ignorePatterns: [
    '**/dist/**',
    '**/node_modules/**',
    'data/**',
    'tmp/**',
    '**/gql/generated.ts',
    'docs/**',
    'eslint.config.js',
    'oxlint.config.mjs',
  ],
  rules: {
    ...Object.fromEntries(language.map((rule) => [rule, 'error'])),
    ...Object.fromEntries(types.map((rule) => [`typescript/${rule}`, 'error'])),
    'typescript/ban-ts-comment': ['error', { minimumDescriptionLength: 10 }],
    'typescript/no-confusing-void-expression': [
      'error',
      { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
    ],
    'typescript/restrict-plus-operands': [
      'error',
      {
        allowAny: false,
        allowBoolean: false,
        allowNullish: false,
        allowNumberAndString: false,
        allowRegExp: false,
      },
    ],
    'typescript/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    'typescript/return-await': ['error', 'error-handling-correctness-only'],
  },
  overrides: [
    {
      // MikroORM's property builders come as deep Picks, which the rule takes for errors of type.
      files: ['core/src/**/*.entity.ts'],
      rules: { 'typescript/no-unsafe-assignment': 'off' },
    },
    {
      // type-graphql knows a type or a namespace by its class, which may hold nothing but decorated members.
      files: ['api/src/**/*.ts'],
      rules: { 'typescript/no-extraneous-class': 'off' },
    },
    { files: ['{ui,web-recorder,web-admin}/**/*.{ts,vue}'], env: { browser: true } },
    {
      // Without types of their own, the compiler infers less than these rules ask for.
      files: ['**/*.{js,mjs}'],
      env: { node: true },
      rules: Object.fromEntries(types.map((rule) => [`typescript/${rule}`, 'off'])),
    },
    {
      files: ['{scripts,chaos}/**/*.{ts,mjs}', 'cli/**/*.ts', 'bench/**/*.ts'],
      rules: { 'no-console': 'off' },
    },
    ...boundaries,
    {
      files: ['{core,api,jobs,cli}/**/*.ts'],
      excludeFiles: ['core/src/db/in-transaction.ts'],
      rules: {
        'no-restricted-properties': [
          'error',
          {
            property: 'transactional',
            message:
              'It makes each promise of the process dearer (Node 20): inTransaction, core/src/db/in-transaction.ts.',
          },
        ],
      },
    },
  ],
};
