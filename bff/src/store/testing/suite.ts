import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe } from 'vitest'
import { ferretdb } from '../../testing/servers/ferretdb.ts'
import { describeWithDatabase } from '../../testing/with-database.ts'
import type { Shelf } from '../contract.ts'
import { createStore } from '../create-store.ts'
import type { StoreSettings } from '../settings.ts'

/** Generous: a thousand at once wait for each other on a small machine. What production allows is proven by its own tests. */
const deadlineMs = 60_000

/**
 * Runs a block on both stores, as production opens them. Each test has an empty store of its own; each `open()` of one test is another shelf on it, as
 * another process has, and is closed after the test. `where()` says how a child process finds it.
 *
 *     describeShelves((open) => {
 *       test('…', async () => {
 *         const shelf = open()
 */
export function describeShelves(tests: (open: () => Shelf, where: () => StoreSettings) => void): void {
  describe('sqlite', () => {
    let folder: string
    beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'mosaic-store-'))))
    afterEach(() => rmSync(folder, { recursive: true, force: true }))
    withShelves(() => ({ kind: 'sqlite', file: join(folder, 'store.sqlite') }), tests)
  })
  describeWithDatabase(ferretdb, 'mongodb', (running) => {
    let number = 0
    beforeEach(() => void number++)
    withShelves(() => ({ kind: 'mongodb', url: running().url.replace(/\/mosaic$/, `/mosaic${number}`) }), tests)
  })
}

function withShelves(where: () => StoreSettings, tests: Parameters<typeof describeShelves>[0]): void {
  const shelves: Shelf[] = []
  afterEach(async () => void (await Promise.all(shelves.splice(0).map((shelf) => shelf.close()))))
  tests(() => {
    const shelf = createStore(where(), { deadlineMs })
    shelves.push(shelf)
    return shelf
  }, where)
}
