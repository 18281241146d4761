import js from '@eslint/js';
import jest from 'eslint-plugin-jest';
import prettier from 'eslint-config-prettier';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

const PURE = ['src/domain/**', 'src/policy/**', 'src/audit/**', 'src/use-cases/**', 'src/i18n/**'];
const DRAWN = [...PURE, 'src/cards/**'];

const AS_ARGUMENT = 'Take the moment, the id or the number as an argument.';
const clockOrChance = [
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "CallExpression[callee.name='Date']",
  "CallExpression[callee.object.name='Date'][callee.property.name='now']",
  "CallExpression[callee.object.name='Math'][callee.property.name='random']",
  "MemberExpression[property.name='randomUUID']",
].map(selector => ({ selector, message: AS_ARGUMENT }));
const thrown = { selector: 'ThrowStatement', message: 'Return a refusal; throw only at the edges.' };
const surroundings = [
  'process',
  'performance',
  'crypto',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'fetch',
];

export default defineConfig(
  { ignores: ['dist/', 'coverage/', '.local/', '.bench/'] },
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
          message: 'Only the entry points and src/config.ts read the environment.',
        },
      ],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { requireDefaultForNonUnion: true }],
    },
  },
  {
    files: [...DRAWN, 'src/reminders/**'],
    rules: { 'no-restricted-syntax': ['error', ...clockOrChance] },
  },
  {
    files: DRAWN,
    rules: {
      'no-restricted-globals': ['error', ...surroundings.map(name => ({ name, message: AS_ARGUMENT }))],
    },
  },
  { files: PURE, rules: { 'no-restricted-syntax': ['error', ...clockOrChance, thrown] } },
  {
    files: [
      'src/index.ts',
      'src/rotate-keys.ts',
      'src/outbox.ts',
      'src/erase-again.ts',
      'src/config.ts',
      'src/local/**',
      'scripts/teams-app/write.ts',
      'test/**',
    ],
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
    files: ['*.mjs', '.*.cjs', 'scripts/*.mjs'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { globals: { module: 'writable', process: 'readonly', require: 'readonly' } },
    rules: { 'no-restricted-properties': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
  prettier,
);
