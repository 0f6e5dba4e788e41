import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { publish } from './publish.ts'
import { listReleases, readLive, switchTo } from './store.ts'
import { smallBody } from './testing/body.ts'
import { start, writeKeys } from './testing/children.ts'
import { temporaryFolder } from './testing/folder.ts'
import type { Seen } from './testing/reader-child.ts'

const brand = 'demo'
const own = { body: smallBody(), media: new Map<string, string>(), createdBy: 'test', note: '' }

describe('a reader', () => {
  it('sees only whole releases, in order, while 1,000 are published', { timeout: 240_000 }, async () => {
    const dir = await temporaryFolder()
    const keys = await writeKeys(dir)
    await publish({ ...own, dir, privateKey: keys.privateKeyPem, now: new Date() })
    const reader = await start('reader-child.ts', dir, brand, keys.publicKeyFile)

    const numbers: number[] = []
    for (let turn = 0; turn < 1_000; turn++) {
      const { number } = await publish({ ...own, body: smallBody(`Giro ${turn}`), dir, privateKey: keys.privateKeyPem, now: new Date() })
      numbers.push(number)
    }
    const seen = await answerOf<Seen>(reader)

    expect(numbers).toEqual(Array.from({ length: 1_000 }, (_, at) => at + 2))
    expect(seen.faults).toEqual([])
    expect(seen.reads).toBeGreaterThan(seen.releases)
    expect(seen.releases).toBeGreaterThan(1)
  })
})

describe('a publisher that is killed', () => {
  it('leaves the old or the new release live, whole, 50 times out of 50', { timeout: 240_000 }, async () => {
    const dir = await temporaryFolder()
    const keys = await writeKeys(dir)
    let { number: last } = await publish({ ...own, dir, privateKey: keys.privateKeyPem, now: new Date() })
    let next = start('publisher-child.ts', dir, keys.privateKeyFile, '1000000')

    for (let turn = 0; turn < 50; turn++) {
      const child = await next
      // The next one warms up while this one works.
      if (turn < 49) next = start('publisher-child.ts', dir, keys.privateKeyFile, '1000000')
      const said: number[] = []
      child.on('message', (number) => said.push(Number(number)))
      child.send('go')
      // Its first one goes slowly, and tells when it runs at full speed: from there on, all moments of a publication are equally likely.
      await once(child, 'message')
      await sleep(Math.random() * 60)
      child.kill('SIGKILL')
      await once(child, 'exit')

      const live = await readLive({ dir, brand, publicKey: keys.publicKeyPem })
      const newest = Math.max(last, ...said)
      // What it said is live is live; one more may be, of which it could not tell any more.
      expect(live?.current.number).toBeGreaterThanOrEqual(newest)
      expect(live?.current.number).toBeLessThanOrEqual(newest + 1)

      const { number } = await publish({ ...own, dir, privateKey: keys.privateKeyPem, now: new Date() })
      expect(number).toBeGreaterThan(live?.current.number ?? 0)
      expect((await readLive({ dir, brand, publicKey: keys.publicKeyPem }))?.current.number).toBe(number)
      expect(await leftovers(dir)).toEqual([])
      last = number
    }
  })
})

describe('two publishers at once', () => {
  it('take turns: no number twice, none lost, the last one live', { timeout: 120_000 }, async () => {
    const dir = await temporaryFolder()
    const keys = await writeKeys(dir)
    const children = await Promise.all([0, 1].map(() => start('publisher-child.ts', dir, keys.privateKeyFile, '25')))
    const numbers: number[] = []
    const order: number[] = []
    for (const child of children) {
      child.on('message', (number) => numbers.push(Number(number)))
      child.send('go')
    }
    const done = Promise.all(children.map((child) => once(child, 'exit')))
    let isDone = false
    void done.then(() => (isDone = true))
    while (!isDone) {
      const live = await readLive({ dir, brand })
      if (live) order.push(live.current.number)
      await sleep(1)
    }

    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect((await readLive({ dir, brand }))?.current.number).toBe(50)
    expect((await listReleases({ dir, brand })).map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, at) => 50 - at))
  })

  it('and a roll-back take turns too', async () => {
    const dir = await temporaryFolder()
    const { privateKeyPem: privateKey } = await writeKeys(dir)
    await publish({ ...own, dir, privateKey, now: new Date() })
    const results = await Promise.all([
      publish({ ...own, dir, privateKey, now: new Date() }),
      switchTo({ dir, brand, number: 1, by: 'ada', now: new Date() }),
      publish({ ...own, dir, privateKey, now: new Date() }),
    ])
    expect(new Set([results[0].number, results[2].number])).toEqual(new Set([2, 3]))
    expect([1, 2, 3]).toContain((await readLive({ dir, brand }))?.current.number)
  })
})

async function answerOf<T>(child: ChildProcess): Promise<T> {
  child.send('stop')
  const [answer] = (await once(child, 'message')) as [T]
  return answer
}

/** Whatever is half-written: temporary files and folders anywhere under the brand. */
async function leftovers(dir: string): Promise<string[]> {
  const names = await readdir(join(dir, brand), { recursive: true })
  return names.filter((name) => name.includes('.tmp-') || name.includes('draft-'))
}
