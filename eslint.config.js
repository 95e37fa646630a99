// One linter for .ts and .svelte. The typed rules find what the types alone let through: floating promises above all.
import js from '@eslint/js';
import globals from 'globals';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['dist/**', 'data/**', 'test-results/**', 'playwright-report/**', '**/*.cjs'] },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'], tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // A Fastify handler is async whether it waits or not: its return value is the answer.
      '@typescript-eslint/require-await': 'off',
      'no-undef': 'off',
    },
  },
  {
    // A mark never becomes a binary float: no float parsing or float formatting where results are made.
    files: ['domain/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'parseFloat', 'Date', 'process', 'setTimeout', 'fetch', 'console'],
      'no-restricted-properties': [
        'error',
        { object: 'Number', property: 'parseFloat', message: 'Use domain/numbers.ts.' },
        { object: 'Math', property: 'random', message: 'Chance comes with the command.' },
        { property: 'toFixed', message: 'Use formatRounded of domain/numbers.ts.' },
      ],
    },
  },
  {
    // What tablets and phones of 2021 do not have (docs/browsers.md); the build translates syntax, not methods.
    files: [
      '{client-kit,judge-client,audience-client,host-client}/**/*.{ts,svelte}',
      'domain/{numbers,rules/judge-total}.ts',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression > MemberExpression.callee[property.name=/^(at|findLast|findLastIndex|toSorted|toReversed|toSpliced|replaceAll|hasOwn)$/]',
          message: 'Newer than the oldest browser we promise (docs/browsers.md).',
        },
      ],
    },
  },
  {
    // The proof on published competitions only translates: whatever is computed, is computed by domain/.
    files: ['cases/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'Math', 'parseFloat', 'BigInt'],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '#domain/numbers.ts',
              importNames: [
                'add',
                'subtract',
                'multiply',
                'divide',
                'absolute',
                'sum',
                'roundHalfUp',
                'formatRounded',
                'isWithin',
              ],
              message: 'A case is translated, not calculated: let a step of the rule do it.',
            },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'BinaryExpression[operator=/^([-+*\\/%&|^]|\\*\\*|<<|>>>?)$/]',
          message: 'No arithmetic in a translation: let a step of the rule do it.',
        },
        {
          selector: 'BinaryExpression[operator=/^[<>]=?$/]:not([left.property.name=length])',
          message: 'No comparison of values in a translation: let the engine rank.',
        },
        {
          selector:
            'AssignmentExpression[operator=/^[-+*\\/%&|^<>]/], UpdateExpression, UnaryExpression[operator=/^[-+~]$/]',
          message: 'No arithmetic in a translation: let a step of the rule do it.',
        },
        {
          selector: 'MemberExpression[property.name=/^(reduce|reduceRight|toFixed)$/]',
          message: 'No folding in a translation: let a step of the rule do it.',
        },
      ],
    },
  },
  {
    files: ['**/*.svelte'],
    rules: {
      // The rune modules' types are not seen inside .svelte by the typed rules; svelte-check has the real ones.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['**/*.js', '**/*.mjs'], extends: [ts.configs.disableTypeChecked] },
);
