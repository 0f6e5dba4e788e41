import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createMetrics } from '../metrics.ts'
import { ferretdb } from '../testing/servers/ferretdb.ts'
import { describeWithDatabase } from '../testing/with-database.ts'
import { startWire, type Wire } from '../testing/wire.ts'
import type { Shelf, StoredRecord } from './contract.ts'
import { createStore } from './create-store.ts'

const record = (id: string): StoredRecord => ({ id, at: new Date('2026-03-05T12:00:00Z'), keys: ['customer:C-7'], body: {} })
const unavailable = { code: 'STORE_UNAVAILABLE', httpStatus: 503 }
const watched = () => ({
  log: { warn: vi.fn<(...said: unknown[]) => void>(), info: vi.fn<(...said: unknown[]) => void>() },
  metrics: createMetrics(),
})

describe('sqlite in trouble', () => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mosaic-store-'))
    file = join(folder, 'deep', 'store.sqlite')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('a file that cannot be opened stops no start, is told once, and is tried again', async () => {
    writeFileSync(join(folder, 'deep'), 'no folder')
    const { log, metrics } = watched()
    const shelf = createStore({ kind: 'sqlite', file }, { log, metrics })
    for (let n = 0; n < 3; n++) await expect(shelf.add('audit', record('a'))).rejects.toMatchObject(unavailable)
    expect(log.warn).toHaveBeenCalledOnce()
    rmSync(join(folder, 'deep'))
    mkdirSync(join(folder, 'deep'))
    writeFileSync(file, 'no database, and long enough to be read as one '.repeat(100))
    const closed = vi.spyOn(DatabaseSync.prototype, 'close')
    for (let n = 0; n < 20; n++) await expect(shelf.add('audit', record('a'))).rejects.toMatchObject(unavailable)
    // Who tries again and again does not run out of files.
    expect(closed).toHaveBeenCalledTimes(20)
    rmSync(file)
    expect(await shelf.add('audit', record('a'))).toBe(true)
    expect(log.info).toHaveBeenCalledOnce()
    expect(JSON.stringify([log.warn.mock.calls, log.info.mock.calls])).not.toContain('C-7')
    const counted = await metrics.registry.getSingleMetricAsString('bff_store_duration_seconds')
    expect(counted).toContain('bff_store_duration_seconds_count{operation="add",outcome="error"} 23')
    expect(counted).toContain('bff_store_duration_seconds_count{operation="add",outcome="ok"} 1')
    // Nobody else on the machine reads who was helped with what.
    expect(statSync(file).mode & 0o777).toBe(0o600)
    await shelf.close()
    await expect(shelf.get('audit', 'a')).rejects.toMatchObject(unavailable)
  })

  test('another process that holds the file: reading goes on, writing waits without holding the thread, and gives up in time', async () => {
    const shelf = createStore({ kind: 'sqlite', file }, { deadlineMs: 300 })
    await shelf.add('audit', record('a'))
    const other = new DatabaseSync(file)
    other.exec('BEGIN IMMEDIATE')
    let turns = 0
    const counting = setInterval(() => turns++, 1)
    await expect(shelf.add('audit', record('b'))).rejects.toMatchObject(unavailable)
    await expect(shelf.remove('audit', 'a')).rejects.toMatchObject(unavailable)
    clearInterval(counting)
    expect(turns).toBeGreaterThan(10)
    expect(await shelf.get('audit', 'a')).toEqual(record('a'))

    const waiting = createStore({ kind: 'sqlite', file }, { deadlineMs: 60_000 })
    const added = waiting.add('audit', record('b'))
    await new Promise((resolve) => setTimeout(resolve, 30))
    other.exec('COMMIT')
    other.close()
    expect(await added).toBe(true)
    await Promise.all([shelf.close(), waiting.close()])
  })
})

describeWithDatabase(ferretdb, 'mongodb in trouble', (running) => {
  let wire: Wire
  const shelves: Shelf[] = []
  const opened = (options: Parameters<typeof createStore>[1]) => {
    const url = running().url.replace(String(running().port), String(wire.port))
    const shelf = createStore({ kind: 'mongodb', url }, options)
    shelves.push(shelf)
    return shelf
  }
  beforeEach(async () => void (wire = await startWire({ port: running().port })))
  afterEach(async () => {
    await Promise.all(shelves.splice(0).map((shelf) => shelf.close()))
    await wire.close()
  })
  /** It was away: the driver looks for it again within half a second. */
  const untilItAnswers = (shelf: Shelf, id: string) => vi.waitFor(() => shelf.get('audit', id), { timeout: 20_000, interval: 20 })

  test('a server that is down stops no start; each who asks is told in time, and the log once; when it is up all is well', async () => {
    await wire.down()
    const { log, metrics } = watched()
    const shelf = opened({ deadlineMs: 300, log, metrics })
    for (let n = 0; n < 2; n++) await expect(shelf.add('audit', record('d1'))).rejects.toMatchObject(unavailable)
    expect(log.warn).toHaveBeenCalledOnce()
    await wire.up()
    expect(await untilItAnswers(shelf, 'd1')).toBeUndefined()
    expect(await shelf.add('audit', record('d1'))).toBe(true)
    expect(log.info).toHaveBeenCalledOnce()
    const counted = await metrics.registry.getSingleMetricAsString('bff_store_duration_seconds')
    expect(counted).toMatch(/count\{operation="add",outcome="(timeout|error)"\}/)
  })

  test('a server that falls silent in the middle of an addition: what became of it is told by its id', async () => {
    const shelf = opened({ deadlineMs: 300 })
    expect(await untilItAnswers(shelf, 's1')).toBeUndefined()
    wire.hang()
    await expect(shelf.add('audit', record('s1'))).rejects.toMatchObject(unavailable)
    await wire.up()
    // This one never arrived: it is not there, and asking a second time is right.
    expect(await untilItAnswers(shelf, 's1')).toBeUndefined()
    expect(await shelf.add('audit', record('s1'))).toBe(true)
  })

  test('an addition whose answer is lost has happened: it is there, and is not told to a second one', async () => {
    const shelf = opened({ deadlineMs: 300 })
    expect(await untilItAnswers(shelf, 'l1')).toBeUndefined()
    wire.garbage()
    await expect(shelf.add('audit', record('l1'))).rejects.toMatchObject(unavailable)
    await wire.up()
    expect(await untilItAnswers(shelf, 'l1')).toEqual(record('l1'))
    expect(await shelf.add('audit', record('l1'))).toBe(false)
  })

  test('cut in the middle of two hundred additions: each that was told is there, and whoever asks again by his id is told the truth', async () => {
    const shelf = opened({ deadlineMs: 2_000 })
    expect(await untilItAnswers(shelf, 'c0')).toBeUndefined()
    const told: string[] = []
    const adding = Array.from({ length: 200 }, async (_, n) => {
      if (await shelf.add('audit', record(`c${n}`))) told.push(`c${n}`)
      if (told.length === 50) await wire.down()
    })
    const outcomes = await Promise.allSettled(adding)
    expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true)
    await wire.up()
    await untilItAnswers(shelf, 'c0')
    for (const id of told) expect(await shelf.add('audit', record(id))).toBe(false)
    for (let n = 0; n < 200; n++) {
      const wasThere = (await shelf.get('audit', `c${n}`)) !== undefined
      expect(await shelf.add('audit', record(`c${n}`))).toBe(!wasThere)
    }
  })

  test('more than may ask at once are told so without waiting', async () => {
    wire.hang()
    const shelf = opened({ deadlineMs: 1_000 })
    const waiting = Array.from({ length: 2_000 }, (_, n) => shelf.get('audit', `w${n}`).catch((error: unknown) => error))
    await expect(shelf.get('audit', 'one more')).rejects.toMatchObject({
      ...unavailable,
      fault: { got: '2000 operations before this one' },
    })
    expect(await Promise.all(waiting)).toEqual(Array.from({ length: 2_000 }, () => expect.objectContaining(unavailable)))
  })
})
