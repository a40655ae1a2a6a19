import tseslint from 'typescript-eslint';

const order = 'contract <- core <- chat | console, contract <- loader; ui and i18n stand beside core and know no face.';
const forbid = (folders, why, more = '') => ({
  'no-restricted-imports': ['error', { patterns: [{ regex: `^\\.\\./(${folders})(/|$)${more}`, message: `${why} The order is: ${order}` }] }],
});
const browserWords = ['window', 'document', 'navigator', 'localStorage', 'sessionStorage', 'WebSocket', 'fetch', 'setTimeout', 'setInterval', 'Date', 'crypto', 'location'];

export const directions = [
  { files: ['src/contract/**'], rules: forbid('core|chat|console|loader|ui|i18n', 'The contract imports nothing.') },
  { files: ['src/core/**'], rules: forbid('chat|console|loader|ui|i18n', 'Core serves the faces and must not know them.') },
  { files: ['src/i18n/**'], rules: forbid('core|chat|console|loader|ui', 'Words depend on the contract alone.') },
  { files: ['src/ui/**'], rules: forbid('chat|console|loader', 'Shared components must not know a face.') },
  { files: ['src/loader/**'], rules: forbid('core|chat|console|ui|i18n', 'The loader has no dependencies: every byte of it is on the host page.', '|^[^.]') },
  { files: ['src/chat/**'], rules: forbid('console|loader', 'The panel and the desk do not share code except through core, ui and i18n.') },
  { files: ['src/console/**'], rules: forbid('chat|loader', 'The panel and the desk do not share code except through core, ui and i18n.') },
];

export default tseslint.config(
  // hubs.ts is generated whole from the server's hubs: neither its length nor its form is anybody's choice.
  { ignores: ['dist', 'node_modules', 'src/contract/hubs.ts'] },
  ...tseslint.configs.strict,
  {
    rules: {
      'max-lines': ['error', 300],
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'dangerouslySetInnerHTML'].map((property) => ({
          property,
          message: 'Text is data: make text nodes, never HTML.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Text is data: make text nodes, never HTML.' },
        { selector: 'CallExpression[callee.property.name="postMessage"] > Literal[value="*"]', message: 'Name the exact target origin.' },
      ],
    },
  },
  ...directions,
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-globals': ['error', ...browserWords.map((name) => ({ name, message: 'Core knows no browser and no clock: take it as an argument.' }))],
    },
  },
);
