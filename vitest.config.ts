import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

/** What changes the modules that the others share, or measures milliseconds: another's garbage would count as its own. */
const alone = [
  'bff/src/graphql/shipped-clients-next.test.ts',
  'bff/src/graphql/faults/{slow-answers,thirty-widgets}.test.ts',
  'bff/src/bss/{ask,coalesce,shared}/**/*.test.ts',
  'bff/src/bss/connectors/*/connector.test.ts',
  'bff/src/hand-over/attacks/opening.test.ts',
  'bff/src/processes/*.test.ts',
  'bff/src/release/{slices,swap}.test.ts',
]

/** One project a room: its tests stand beside its code. `vitest run --project bff` runs one of them. */
export default defineConfig({
  // Libraries load GraphQL as Node does, by its `main`; Vite would give our own code its `module` build, and two copies refuse each other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    // Two are enough to keep a small machine busy; more only make them wait for each other.
    maxWorkers: 2,
    // Generous: a full machine must not make a test fail. What hangs still ends.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A test leaves nothing behind for its neighbour.
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    projects: [
      // What leaves nothing behind in its modules: its files share them, which spares half of the work.
      room('schemas', { isolate: false }),
      room('widgets', { isolate: false }),
      room('bff', { isolate: false, exclude: alone }),
      room('bff', { name: 'bff-alone', include: alone }),
      // The configuration of the CMS is read once a process.
      room('cms'),
      room('scripts'),
    ],
  },
})

type Own = { name?: string; isolate?: boolean; include?: string[]; exclude?: string[] }

function room(room: string, own: Own = {}): TestProjectInlineConfiguration {
  const { name = room, isolate = true, include = [`${room}/**/*.test.{ts,tsx}`], exclude = [] } = own
  return { extends: true, test: { name, isolate, include, exclude: ['**/node_modules/**', '**/dist/**', '**/.next/**', ...exclude] } }
}
