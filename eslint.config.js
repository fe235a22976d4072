import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import vue from 'eslint-plugin-vue';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Templates of Vue components, of which oxlint (oxlint.config.mjs) sees the scripts only. */
export default [
  { ignores: ['**/dist/**', '**/node_modules/**', 'data/**', 'tmp/**', '**/*.ts', '**/*.mjs', '**/*.js'] },
  js.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser }, globals: globals.browser },
    rules: {
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      // The compiler knows better, types included.
      'no-undef': 'off',
      'no-unused-vars': 'off',
    },
  },
  prettier,
];
