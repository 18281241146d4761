import js from '@eslint/js';
import jest from 'eslint-plugin-jest';
import prettier from 'eslint-config-prettier';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

const PURE = ['src/domain/**', 'src/policy/**', 'src/audit/**', 'src/use-cases/**', 'src/i18n/**'];
const clockOrChance = message => ({
  'no-restricted-syntax': [
    'error',
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message },
    { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message },
    { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message },
    { selector: "MemberExpression[property.name='randomUUID']", message },
    { selector: 'ThrowStatement', message: 'Return a refusal; throw only at the edges.' },
  ],
});

export default defineConfig(
  { ignores: ['dist/', 'coverage/'] },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      complexity: ['error', 8],
      'max-depth': ['error', 2],
      'max-lines': ['error', { max: 150, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 30, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Only src/config.ts and src/index.ts read the environment.',
        },
      ],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { requireDefaultForNonUnion: true }],
    },
  },
  { files: PURE, rules: clockOrChance('Take the moment, the id or the number as an argument.') },
  {
    files: ['src/index.ts', 'src/config.ts', 'src/local/**', 'test/**'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['test/**'],
    ...jest.configs['flat/recommended'],
    rules: {
      ...jest.configs['flat/recommended'].rules,
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'fc.assert'] }],
      'max-lines-per-function': 'off',
      'max-lines': 'off',
    },
  },
  {
    files: ['*.mjs', '.*.cjs'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { globals: { module: 'writable' } },
  },
  prettier,
);
