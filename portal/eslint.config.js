import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'screenshots', 'test-results', 'src/api/schema.d.ts'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      // what is kept by a page is read by every script of this origin: nothing secret goes there
      'no-restricted-globals': [
        'error',
        { name: 'sessionStorage', message: 'Nothing is kept there.' },
        { name: 'localStorage', message: 'Only the colour scheme is kept there, see shell/colours.ts.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Text is text.' },
        { selector: "CallExpression[callee.name='parseFloat']", message: 'Money is no float.' },
      ],
      'max-lines': ['error', { max: 200, skipBlankLines: true }],
    },
  },
  {
    files: ['scripts/**', '*.js'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly', fetch: 'readonly' },
    },
  },
);
