import { readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { withLock } from './lock.ts'
import { temporaryFolder } from './testing/folder.ts'

/** The ticket of a process somewhere else, of which nothing can be known but its signs of life. */
const stranger = JSON.stringify({ place: 'another machine', pid: 1, startedAt: '1' })

describe('the lock', () => {
  it('is held by one at a time', async () => {
    const folder = await temporaryFolder()
    let holders = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, (holders += 1))
      await sleep(2)
      holders -= 1
    }
    await Promise.all(Array.from({ length: 20 }, () => withLock(folder, work)))
    expect(most).toBe(1)
  })

  it('gives growing tickets, and leaves one small file', async () => {
    const folder = await temporaryFolder()
    const tickets: number[] = []
    for (let turn = 0; turn < 3; turn++) await withLock(folder, async ({ ticket }) => void tickets.push(ticket))
    expect(tickets).toEqual([1, 2, 3])
    expect(await readdir(folder)).toEqual(['3'])
  })

  it('is free again after work that failed', async () => {
    const folder = await temporaryFolder()
    await expect(withLock(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await withLock(folder, async () => 'yes')).toBe('yes')
  })

  it('is not waited for without end', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, '4'), stranger)
    await expect(withLock(folder, async () => {}, { waitMs: 50 })).rejects.toMatchObject({ code: 'publish-lock-timeout' })
  })

  it('of a process that is no more is free at once', async () => {
    const folder = await temporaryFolder()
    const own = await withLock(folder, async ({ ticket }) => readFile(join(folder, String(ticket)), 'utf8'))
    // The same place, and a process number that no system gives.
    await writeFile(join(folder, '9'), JSON.stringify({ ...(JSON.parse(own) as object), pid: 2 ** 30 }))
    expect(await withLock(folder, async ({ ticket }) => ticket, { waitMs: 1_000, expiresMs: 600_000 })).toBe(10)
  })

  it('of a process number that another process has now is free at once', { skip: process.platform !== 'linux' }, async () => {
    const folder = await temporaryFolder()
    const own = await withLock(folder, async ({ ticket }) => readFile(join(folder, String(ticket)), 'utf8'))
    await writeFile(join(folder, '9'), JSON.stringify({ ...(JSON.parse(own) as object), startedAt: '1' }))
    expect(await withLock(folder, async ({ ticket }) => ticket, { waitMs: 1_000, expiresMs: 600_000 })).toBe(10)
  })

  it.each(['', '{', '{"pid": "one"}'])('of which only %j is left expires', async (text) => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, '4'), text)
    expect(await withLock(folder, async ({ ticket }) => ticket, { expiresMs: 30 })).toBe(5)
  })

  it('of another machine without signs of life expires, and its holder notices', async () => {
    const folder = await temporaryFolder()
    await withLock(folder, async (first) => {
      await writeFile(join(folder, String(first.ticket)), stranger)
      await withLock(
        folder,
        async (second) => {
          expect(second.ticket).toBe(first.ticket + 1)
          await expect(second.assertHeld()).resolves.toBeUndefined()
          await expect(first.assertHeld()).rejects.toMatchObject({ code: 'publish-lock-lost' })
        },
        { expiresMs: 30 },
      )
    })
    // The late one's release did not take the lock back from anybody.
    expect(await withLock(folder, async ({ ticket }) => ticket)).toBe(3)
  })

  it('shows signs of life while it is held', async () => {
    const folder = await temporaryFolder()
    await withLock(
      folder,
      async ({ ticket }) => {
        const beat = async () => (await stat(join(folder, String(ticket)))).mtimeMs
        const first = await beat()
        await vi.waitFor(async () => expect(await beat()).toBeGreaterThan(first), { timeout: 30_000 })
      },
      { expiresMs: 50 },
    )
  })
})
