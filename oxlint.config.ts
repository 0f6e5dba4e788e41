import { defineConfig } from 'oxlint'

/** What a room must not import, and why. */
type Ban = { group: string[]; message: string } | { regex: string; message: string }

const noScripts: Ban = {
  group: ['@mosaic/scripts', '@mosaic/scripts/*', '**/scripts/**'],
  message: 'Nothing imports scripts: they run the house, and it must stand without them.',
}
const nothingOfOurs: Ban = {
  group: [...room('widgets'), ...room('cms'), ...room('bff')],
  message: 'schemas are the contract between all rooms: they import none of them, or a change in a room would change the contract.',
}
const noInputOutput: Ban = {
  regex:
    '^((node:)?(child_process|cluster|dgram|dns|fs|http|http2|https|inspector|net|readline|repl|sqlite|tls|worker_threads)(/.*)?|undici|pino)$',
  message: 'schemas do no I/O: the same code runs in a browser, in the CMS, in the BFF and in tests. The caller reads, schemas judge.',
}
const schemasOnly: Ban = {
  group: [...room('cms'), ...room('bff')],
  message: 'widgets import schemas only: the CMS, the BFF and the apps are built out of widgets, never the other way round.',
}
const neverBff: Ban = {
  group: room('bff'),
  message: 'The CMS never knows the BFF: they meet only through published files, so that each can be changed, moved or be down alone.',
}
const neverCms: Ban = {
  group: room('cms'),
  message: 'The BFF never knows the CMS: they meet only through published files, so that each can be changed, moved or be down alone.',
}
const byName: Ban = {
  group: ['**/schemas/src/**', '**/widgets/src/**'],
  message: 'Import @mosaic/schemas/… and @mosaic/widgets/…: their exports are the contract, their files are not.',
}
const noPayload: Ban = {
  group: ['payload', 'payload/*', '@payloadcms/*', 'next', 'next/*'],
  message: 'The publisher is pure: documents in, files out. Only the adapter outside this folder knows Payload.',
}
const noViews: Ban = {
  group: ['react', 'react/*', 'react-dom', 'react-dom/*', '@mosaic/widgets/views', '@mosaic/widgets/view-props', '*.tsx', '**/*.tsx'],
  message: 'The server decides what is shown and the app draws it: no React and no view in bff/src. They belong to bff/web.',
}
const noSimulator: Ban = {
  group: ['**/simulator/**'],
  message: "The simulator is the outside world: the BFF reaches it over HTTP alone, as it will the operator's systems.",
}

const tests = ['**/*.test.ts', '**/*.test.tsx', '**/*.e2e.ts', '**/*.browser.ts', '**/testing/**']

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise', 'react', 'jsx-a11y', 'vitest'],
  categories: { correctness: 'error' },
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  // What programs write is not read by people.
  ignorePatterns: [
    '**/node_modules',
    '**/dist',
    '**/.next',
    '**/next-env.d.ts',
    '**/importMap.js',
    'cms/src/payload-types.ts',
    'cms/src/migrations/**',
  ],
  rules: {
    'import/no-cycle': 'error',
    'max-lines': ['error', { max: 500 }],
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    // Our objects are closures: their functions know no `this` and may be taken off them.
    'typescript/unbound-method': 'off',
    // Suites and helpers that many tests share hold the expectations.
    'vitest/expect-expect': 'off',
    'vitest/no-conditional-expect': 'off',
    'vitest/no-standalone-expect': 'off',
    'vitest/valid-describe-callback': 'off',
    // A matter of taste: role="status" on the element that fits the layout is as good.
    'jsx-a11y/prefer-tag-over-role': 'off',
  },
  // The layers: schemas ← widgets ← bff, schemas ← widgets ← cms. The last entry that fits a file decides, so each names all its bans.
  overrides: [
    layer(['schemas/**'], [nothingOfOurs, noScripts]),
    layer(['schemas/src/**'], [nothingOfOurs, noScripts, noInputOutput], tests),
    layer(['widgets/**'], [schemasOnly, byName, noScripts]),
    layer(['cms/**'], [neverBff, byName, noScripts]),
    layer(['cms/src/publisher/**'], [neverBff, byName, noScripts, noPayload], tests),
    layer(['bff/**'], [neverCms, byName, noScripts]),
    layer(['bff/src/**'], [neverCms, byName, noScripts, noViews]),
    layer(['bff/src/**'], [neverCms, byName, noScripts, noViews, noSimulator], tests),
  ],
})

function layer(files: string[], patterns: Ban[], excludeFiles: string[] = []) {
  return { files, excludeFiles, rules: { 'no-restricted-imports': ['error', { patterns }] as ['error', { patterns: Ban[] }] } }
}

/** Every way to name a room: its package, one of its exports, a path into its folder. */
function room(name: string): string[] {
  return [`@mosaic/${name}`, `@mosaic/${name}/**`, `**/${name}/**`]
}
