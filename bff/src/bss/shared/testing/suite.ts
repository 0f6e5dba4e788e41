import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Shared, SharedEntry, SharedKey, Turn } from '../contract.ts'

/** How the implementation under test is made: instances that belong together, or just one where there can only be one. */
export type SharedSubject = { name: string; open(): Promise<Shared>; isShared: boolean; skip?: string | undefined }

export const sharedKey = (customer: string): SharedKey => {
  const tag = `aurora/account/${customer}`
  return { brand: 'aurora', method: 'account', tag, variant: 'rest1', key: `${tag}\nrest1` }
}
export const tagOf = ({ brand, method, tag }: SharedKey, unsettledMs = 0) => ({ brand, method, tag, unsettledMs })
export const entry = (json: string, fetchedAt = 1_000): SharedEntry => ({ json, fetchedAt })

/** The lease of a turn that must be ours. */
export function ours(turn: Turn) {
  if (turn.whose !== 'ours') throw new Error(`It was to be our turn, it is ${turn.whose}`)
  return turn.lease
}

/** What holds of everything that instances share through, whatever it is. */
export function describeShared({ name, open, isShared, skip }: SharedSubject): void {
  describe.skipIf(skip !== undefined)(`${name}${skip ? ` (${skip})` : ''}`, () => {
    let [one, other] = [] as unknown as [Shared, Shared]
    let told: string[] = []
    let customer = ''
    let count = 0
    beforeEach(async () => {
      customer = `C-${++count}`
      told = []
      one = await open()
      other = isShared ? await open() : one
      other.listen({
        changed: (tag, unsettledMs) => told.push(unsettledMs > 0 ? `${tag} for ${unsettledMs} ms` : tag),
        uncertain: () => told.push('uncertain'),
      })
    })
    afterEach(async () => {
      await one.close()
      await other.close()
    })

    test('knows nothing before anybody has told it', async () => {
      expect(await one.read(sharedKey(customer))).toBeUndefined()
    })

    test('gives the turn to who asks first, and what he tells may be kept', async () => {
      expect(await ours(await one.turn(sharedKey(customer), 0, true)).succeed(entry('{"a":1}'), 60_000)).toBe(true)
      expect(await ours(await one.turn(sharedKey(`${customer}-2`), 0, true)).fail({ code: 'BSS_TIMEOUT' }, 1_000)).toBe(true)
    })

    test('changing what nobody knows is no trouble', async () => {
      await one.change([tagOf(sharedKey(customer))])
      expect(await one.read(sharedKey(customer))).toBeUndefined()
    })

    test('when it is closed everybody works for himself', async () => {
      await one.close()
      expect(await one.read(sharedKey(customer))).toBeUndefined()
      expect(await ours(await one.turn(sharedKey(customer), 0, true)).succeed(entry('1'), 1_000)).toBe(true)
      await one.change([tagOf(sharedKey(customer))])
    })

    if (!isShared) return

    test('an answer of one instance is there for the other, letter by letter, with its moment', async () => {
      const json = JSON.stringify({ text: 'è "so" \n 𝄞', list: [1, null] })
      await ours(await one.turn(sharedKey(customer), 0, true)).succeed(entry(json, 123_456), 60_000)
      expect(await other.read(sharedKey(customer))).toEqual({ json, fetchedAt: 123_456 })
    })

    test('keys that differ anywhere share nothing', async () => {
      const key = sharedKey(customer)
      await ours(await one.turn(key, 0, true)).succeed(entry('1'), 60_000)
      for (const different of [
        { ...key, brand: 'borealis' },
        { ...key, method: 'bills' as const },
        { ...key, tag: `${key.tag}0` },
        { ...key, variant: 'rest2' },
      ])
        expect(await other.read(different)).toBeUndefined()
    })

    test('while it is one instance’s turn it is not the other’s; the news wakes it, and the answer is there', async () => {
      const lease = ours(await one.turn(sharedKey(customer), 0, true))
      const turn = await other.turn(sharedKey(customer), 0, true)
      if (turn.whose !== 'theirs') throw new Error('two have the turn')
      await lease.succeed(entry('1', 5), 60_000)
      await turn.news
      expect(await other.turn(sharedKey(customer), 0, true)).toEqual({ whose: 'done', outcome: entry('1', 5) })
    })

    test.each([
      ['an answer', { json: '{"text":"a b \\n è"}', fetchedAt: 7 }],
      ['a failure', { code: 'BSS_UNAVAILABLE', retryAfterSeconds: 3 } as const],
    ])('who waits is told %s with the news', async (_what, outcome) => {
      const lease = ours(await one.turn(sharedKey(customer), 0, true))
      const turn = await other.turn(sharedKey(customer), 0, true)
      if (turn.whose !== 'theirs') throw new Error('two have the turn')
      // Who looks for himself meanwhile finds nothing yet, and waits again.
      const told = (async () => {
        for (let news = await turn.news; ;) {
          if (news) return news
          const again = await other.turn(sharedKey(customer), 0, true)
          news = again.whose === 'theirs' ? await again.news : again.whose === 'done' ? again.outcome : undefined
        }
      })()
      await ('json' in outcome ? lease.succeed(outcome, 60_000) : lease.fail(outcome, 60_000))
      expect(await told).toEqual(outcome)
    })

    test('an answer that is too long to be sent around is fetched', async () => {
      const long = entry(JSON.stringify('x'.repeat(100_000)))
      const lease = ours(await one.turn(sharedKey(customer), 0, true))
      const turn = await other.turn(sharedKey(customer), 0, true)
      if (turn.whose !== 'theirs') throw new Error('two have the turn')
      await lease.succeed(long, 60_000)
      expect(await turn.news).toBeUndefined()
      expect(await other.turn(sharedKey(customer), 0, true)).toEqual({ whose: 'done', outcome: long })
    })

    test('a failure is shared for its moment, then it is somebody’s turn again', async () => {
      await ours(await one.turn(sharedKey(customer), 0, true)).fail({ code: 'BSS_UNAVAILABLE', retryAfterSeconds: 7 }, 150)
      expect(await other.turn(sharedKey(customer), 0, true)).toEqual({
        whose: 'done',
        outcome: { code: 'BSS_UNAVAILABLE', retryAfterSeconds: 7 },
      })
      await expect.poll(async () => (await other.turn(sharedKey(customer), 0, true)).whose).toBe('ours')
    })

    test('an answer that is known already is not news', async () => {
      await ours(await one.turn(sharedKey(customer), 0, true)).succeed(entry('1', 5), 60_000)
      expect((await other.turn(sharedKey(customer), 5, true)).whose).toBe('ours')
    })

    test('without sharing turns, everybody has one and answers are shared', async () => {
      const first = ours(await one.turn(sharedKey(customer), 0, false))
      const second = ours(await other.turn(sharedKey(customer), 0, false))
      await first.succeed(entry('1', 1), 60_000)
      await second.succeed(entry('2', 2), 60_000)
      expect(await one.read(sharedKey(customer))).toEqual(entry('2', 2))
    })

    test('an older answer never replaces a newer one', async () => {
      const first = ours(await one.turn(sharedKey(customer), 0, false))
      const second = ours(await other.turn(sharedKey(customer), 0, false))
      await second.succeed(entry('2', 2), 60_000)
      await first.succeed(entry('1', 1), 60_000)
      expect(await one.read(sharedKey(customer))).toEqual(entry('2', 2))
    })

    test('a change makes every variant of its tag obsolete, tells the other instance, and leaves the rest', async () => {
      const [key, rest] = [sharedKey(customer), sharedKey(`${customer}-2`)]
      const variant = { ...key, variant: 'rest1/lineId=L-1', key: `${key.tag}\nrest1/lineId=L-1` }
      for (const each of [key, variant, rest]) await ours(await one.turn(each, 0, true)).succeed(entry('1'), 60_000)
      await one.change([tagOf(key)])
      expect(await other.read(key)).toBeUndefined()
      expect(await other.read(variant)).toBeUndefined()
      expect(await other.read(rest)).toBeDefined()
      await expect.poll(() => told).toEqual([key.tag])
    })

    test('a change whose effect is to come says for how long', async () => {
      const key = sharedKey(`${customer} with a blank`)
      await one.change([tagOf(key, 60_000)])
      await expect.poll(() => told).toEqual([`${key.tag} for 60000 ms`])
    })

    test('what was asked for before a change is not kept, here or there, and the turn is free at once', async () => {
      const lease = ours(await one.turn(sharedKey(customer), 0, true))
      await other.change([tagOf(sharedKey(customer))])
      const next = ours(await other.turn(sharedKey(customer), 0, true))
      expect(await lease.succeed(entry('"old"', 9), 60_000)).toBe(false)
      expect(await other.read(sharedKey(customer))).toBeUndefined()
      expect(await next.succeed(entry('"new"', 8), 60_000)).toBe(true)
      expect(await one.read(sharedKey(customer))).toEqual(entry('"new"', 8))
    })

    test('a turn goes on as long as who has it lives, and passes when he dies', async () => {
      ours(await one.turn(sharedKey(customer), 0, true))
      await new Promise((resolve) => setTimeout(resolve, 1_400))
      expect((await other.turn(sharedKey(customer), 0, true)).whose).toBe('theirs')
      await one.close()
      const died = performance.now()
      await expect.poll(async () => (await other.turn(sharedKey(customer), 0, true)).whose, { timeout: 3_000, interval: 20 }).toBe('ours')
      expect(performance.now() - died).toBeLessThan(1_500)
    })
  })
}
