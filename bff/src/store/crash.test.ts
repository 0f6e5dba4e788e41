import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { describeShelves } from './testing/suite.ts'
import type { StoreSettings } from './settings.ts'

const program = fileURLToPath(new URL('./testing/writer-main.ts', import.meta.url))

describeShelves((open, where) => {
  test('processes that write at once and are killed at it: nothing they were told is lost, and nothing is anybody else’s', async () => {
    const told = new Map<string, string>()
    // Three at a time; each is killed at its own count, and so in the middle of what comes after.
    for (const [round, counts] of [
      [1, 18, 40],
      [3, 11, 60],
      [7, 25, 33],
      [2, 14, 50],
    ].entries())
      await Promise.all(counts.map((count, n) => killedAfter(where(), `${round}/${n}`, count, told)))
    expect(told.size).toBeGreaterThanOrEqual(264)

    const shelf = open()
    const kept = await shelf.oldest('place', new Date(10_000_000), 10_000)
    const owners = new Map(kept.map(({ id, body }) => [id, (body as { by: string }).by]))
    for (const [id, by] of told) expect([id, owners.get(id)]).toEqual([id, by])
    // Records and what they are found by are one.
    expect(await shelf.find('place', { key: 'all', limit: 10_000 })).toEqual(kept)
    // Whoever was killed may have written one thing more than he could say.
    expect(kept.length - told.size).toBeLessThanOrEqual(12)
  })
})

/** A writer that is killed when it has said so many. */
async function killedAfter(settings: StoreSettings, by: string, count: number, told: Map<string, string>): Promise<void> {
  const child = spawn(process.execPath, [program, JSON.stringify(settings), by], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  let said = 0
  for await (const id of createInterface({ input: child.stdout })) {
    expect(told.has(id), `${id} was told to ${told.get(id)} and to ${by}`).toBe(false)
    told.set(id, by)
    if (++said === count) child.kill('SIGKILL')
  }
  expect(await ended).toEqual([null, 'SIGKILL'])
}
