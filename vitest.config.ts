import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

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
    // What is pure leaves nothing behind in its modules: its files share them, which spares half of the work.
    projects: [room('schemas', false), room('widgets', false), room('cms'), room('bff'), room('scripts')],
  },
})

function room(name: string, isolate = true): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: {
      name,
      isolate,
      include: [`${name}/**/*.test.{ts,tsx}`],
      exclude: ['**/node_modules/**', '**/dist/**', '**/.next/**'],
    },
  }
}
