import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const hardCoded =
  'Write the sentence in app/text/catalogues and show it with t(): screens exist in French and in English.'

export default tseslint.config(
  { ignores: ['dist', 'wailsjs', 'node_modules', 'eslint.config.js'] },
  ...tseslint.configs.strictTypeChecked,
  reactHooks.configs.flat['recommended-latest'],
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXText[value=/\\p{L}{2}/u]', message: hardCoded },
        {
          selector:
            'JSXAttribute[name.name=/^(title|label|placeholder|alt|aria-label|description|reason|hint)$/] > Literal[value=/\\p{L}{2}/u]',
          message: hardCoded,
        },
      ],
    },
  },
  {
    // Only src/api knows how Go is reached.
    files: ['src/**'],
    ignores: ['src/api/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/wailsjs/**'], message: 'Go is called through src/api only.' }] },
      ],
    },
  },
  {
    // A test names its fixtures in plain words.
    files: ['src/**/*.test.{ts,tsx}', 'e2e/**'],
    rules: { 'no-restricted-syntax': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // These are JavaScript with types in comments, which the rules on any do not see.
    files: ['e2e/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [{ from: 'package', name: 'test', package: 'node:test' }] }],
    },
  },
)
