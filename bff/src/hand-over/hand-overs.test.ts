import { expect, test } from 'vitest'
import type { Shelf } from '../store/contract.ts'
import { describeShelves } from '../store/testing/suite.ts'
import type { HandOver } from './contract.ts'
import { createHandOvers } from './hand-overs.ts'
import { noLimits, wanted } from './testing/wanted.ts'

const minute = 60_000

/** Hand-overs with a clock of their own. */
function onShelf(shelf: Shelf, limits = noLimits) {
  const heard: HandOver[] = []
  const clock = { now: Date.parse('2026-03-05T22:58:00Z') }
  const dayOf = (_brand: string, at: Date) => new Date(at.getTime() + 60 * minute).toISOString().slice(0, 10)
  const handOvers = createHandOvers({ shelf, dayOf, limits, now: () => clock.now, told: (handOver) => heard.push(handOver), openingMs: 0 })
  return { handOvers, heard, clock, shelf }
}

describeShelves((open) => {
  const start = (limits = noLimits) => onShelf(open(), limits)
  const issued = async ({ handOvers }: ReturnType<typeof start>, changes = {}) => {
    const { handOver, token } = await handOvers.issue(wanted(changes))
    if (token === undefined) throw new TypeError('It has been issued before')
    return { handOver, token }
  }

  test('the whole way: made, sent, delivered, opened, signed in, reached, done; everybody who listens hears each step', async () => {
    const system = start()
    const { handOvers, heard } = system
    const { handOver, token } = await issued(system)
    expect(handOver).toMatchObject({ state: 'issued', code: expect.stringMatching(/^[2-9B-DF-HJ-NP-TV-XZ]{4}$/) as string })
    expect(token).toMatch(/^[\w-]{22}$/)
    await handOvers.note(handOver.id, { type: 'sent', messageId: 'm-1' })
    await handOvers.note(handOver.id, { type: 'delivered' })
    const opened = await handOvers.open(token)
    expect(opened).toMatchObject({ claim: expect.stringMatching(/^[\w-]{43}$/) as string, handOver: { id: handOver.id, state: 'opened' } })
    await handOvers.note(handOver.id, { type: 'signedIn', by: 'session' })
    await handOvers.note(handOver.id, { type: 'reached', step: 'bill' })
    expect(await handOvers.byClaim(opened?.claim ?? '')).toMatchObject({ state: 'reached', step: 'bill', customerId: 'C-0014' })
    expect(await handOvers.note(handOver.id, { type: 'done' })).toBe(true)
    expect(await handOvers.get(handOver.id)).toMatchObject({ state: 'done', issuedAt: handOver.issuedAt, expiresAt: handOver.expiresAt })
    expect(heard.map(({ state }) => state)).toEqual(['issued', 'sent', 'delivered', 'opened', 'signedIn', 'reached', 'done'])
  })

  test('the secrets are nowhere in the store', async () => {
    const system = start()
    const { token, handOver } = await issued(system)
    const opened = await system.handOvers.open(token)
    const heads = await system.shelf.find('handOver', { key: 'brand:aurora', limit: 10 })
    const events = await system.shelf.find('handOverEvent', { key: `stream:${handOver.id}`, limit: 10 })
    expect([heads.length, events.length]).toEqual([1, 1])
    for (const secret of [token, opened?.claim ?? 'none']) expect(JSON.stringify([heads, events])).not.toContain(secret)
  })

  test('1,000 who open one link at once: one of them holds it, and it is open', async () => {
    const shelf = open()
    const all = [onShelf(shelf), onShelf(open())]
    const { token, handOver } = await issued(all[0]!)
    const answers = await Promise.all(Array.from({ length: 1_000 }, (_, n) => all[n % 2]!.handOvers.open(token)))
    const winners = answers.filter((answer) => answer !== undefined)
    expect(winners).toHaveLength(1)
    expect(await all[0]!.handOvers.byClaim(winners[0]?.claim ?? '')).toMatchObject({ id: handOver.id })
  }, 60_000)

  test('two agents who take at once: it is one agent’s, who can give it back; another link, another time, another customer is another’s', async () => {
    const [one, other] = [onShelf(open()), onShelf(open())]
    const { handOver } = await issued(one)
    const { id, brand } = handOver
    const take = (system: typeof one, by: string) => system.handOvers.note(id, { type: 'taken', by, name: `Agent ${by}` })
    const taker = async () => (await other.handOvers.get(id))?.taker?.id
    // Who is not stuck needs nobody.
    expect(await take(one, 'S-1')).toBe(false)
    await one.handOvers.note(id, { type: 'signedIn', by: 'session' })
    await one.handOvers.note(id, { type: 'stuck', wants: 'connect', note: 'Aiuto' })
    const tries = await Promise.all(Array.from({ length: 40 }, (_, n) => take(n % 2 ? one : other, `S-${n}`)))
    expect(tries.filter(Boolean)).toHaveLength(1)
    const winner = `S-${tries.indexOf(true)}`
    expect(await taker()).toBe(winner)
    expect((await one.handOvers.stuck(brand, 10)).map((found) => [found.id, found.state, found.taker?.name])).toEqual([
      [id, 'stuck', `Agent ${winner}`],
    ])
    // Only whoever has it gives it back, and then anybody may take it.
    expect(await other.handOvers.note(id, { type: 'givenBack', by: 'S-99' })).toBe(false)
    expect(await other.handOvers.note(id, { type: 'givenBack', by: winner })).toBe(true)
    expect([await taker(), await take(other, 'S-98'), await taker()]).toEqual([undefined, true, 'S-98'])
    // A quarter of an hour and no word: whoever took it has gone home.
    for (const { clock } of [one, other]) clock.now += 15 * minute + 1
    expect([await taker(), await take(one, 'S-97'), await taker()]).toEqual([undefined, true, 'S-97'])
    // She goes on by herself, and is stuck again: that is new.
    await one.handOvers.note(id, { type: 'reached', step: 'bill' })
    expect([await taker(), await one.handOvers.stuck(brand, 10)]).toEqual([undefined, []])
    await one.handOvers.note(id, { type: 'stuck', wants: 'connect' })
    expect(await taker()).toBeUndefined()
    // Who helps gives her no more time: two hours after her own last word it is over.
    await take(one, 'S-1')
    one.clock.now += 121 * minute
    expect([await one.handOvers.stuck(brand, 10), await take(one, 'S-2')]).toEqual([[], false])
  })

  test('only who wants to talk now waits for somebody, of this brand', async () => {
    const system = start()
    for (const [key, wants, own] of [
      ['k1', 'connect', {}],
      ['k2', 'callBack', {}],
      ['k3', 'connect', { brand: 'borealis' }],
    ] as const) {
      const { handOver } = await issued(system, { key, ...own })
      await system.handOvers.note(handOver.id, { type: 'signedIn', by: 'session' })
      await system.handOvers.note(handOver.id, { type: 'stuck', wants })
    }
    expect(await system.handOvers.stuck('aurora', 10)).toHaveLength(1)
    expect(await system.handOvers.stuck('borealis', 10)).toHaveLength(1)
  })

  test('a token that never was, was used, has expired or was taken back: no answer at all', async () => {
    const system = start()
    const { handOvers, clock } = system
    const [used, revoked, late] = [await issued(system), await issued(system), await issued(system)]
    await handOvers.open(used.token)
    await handOvers.note(revoked.handOver.id, { type: 'revoked', by: 'S-ANNA' })
    clock.now += 15 * minute
    const tried = [used.token, revoked.token, late.token, '', 'x'.repeat(10_000), 'a\u0000b', `${used.token}/..`, '\ud800']
    for (const token of tried) expect(await handOvers.open(token)).toBeUndefined()
  })

  test('a token that cannot be opened costs the same work, whatever the reason', async () => {
    const asked: string[] = []
    const note = <T>(operation: string, answer: T): T => {
      asked.push(operation)
      return answer
    }
    const shelf = open()
    const watched: Shelf = {
      ...shelf,
      find: (...of) => note('find', shelf.find(...of)),
      get: (...of) => note('get', shelf.get(...of)),
      add: (...of) => note('add', shelf.add(...of)),
    }
    const system = onShelf(watched)
    const [used, revoked, late] = [await issued(system), await issued(system), await issued(system)]
    await system.handOvers.open(used.token)
    await system.handOvers.note(revoked.handOver.id, { type: 'revoked', by: 'S-ANNA' })
    system.clock.now += 15 * minute
    for (const token of [used.token, revoked.token, late.token, 'x'.repeat(22), '']) {
      asked.length = 0
      await system.handOvers.open(token)
      expect(asked).toEqual(['find', 'find'])
    }
  })

  test('a claim ends with its hand-over, and two hours after the last step', async () => {
    const system = start()
    const { handOvers, clock } = system
    const [one, other] = [await issued(system), await issued(system)]
    const claims = [(await handOvers.open(one.token))?.claim ?? '', (await handOvers.open(other.token))?.claim ?? '']
    await handOvers.note(one.handOver.id, { type: 'revoked', by: 'S-ANNA' })
    expect(await Promise.all(claims.map((claim) => handOvers.byClaim(claim)))).toMatchObject([undefined, { id: other.handOver.id }])
    clock.now += 120 * minute
    expect(await handOvers.byClaim(claims[1] ?? '')).toBeUndefined()
    expect(await handOvers.note(other.handOver.id, { type: 'signedIn', by: 'session' })).toBe(false)
  })

  test('one key is one link, also when it is sent fifty times at once', async () => {
    const { handOvers } = start()
    const same = wanted({ key: 'one-intent' })
    const answers = await Promise.all(Array.from({ length: 50 }, () => handOvers.issue(same)))
    expect(answers.filter(({ token }) => token !== undefined)).toHaveLength(1)
    expect(new Set(answers.map(({ handOver }) => handOver.id)).size).toBe(1)
    const others = await handOvers.issue({ ...same, sender: { kind: 'agent', id: 'S-BRUNO', name: 'Bruno Agente' } })
    expect(others.token).toBeDefined()
  })

  test('a customer’s, newest first, and an agent’s of today', async () => {
    const system = start()
    const { handOvers, clock } = system
    const first = await issued(system)
    clock.now += minute
    const second = await issued(system, { sender: { kind: 'voiceMenu', callId: 'call-1' } })
    await issued(system, { customerId: 'C-0009' })
    expect((await handOvers.ofCustomer('aurora', 'C-0014', 10)).map(({ id }) => id)).toEqual([second.handOver.id, first.handOver.id])
    expect(await handOvers.ofCustomer('borealis', 'C-0014', 10)).toEqual([])
    expect((await handOvers.ofAgent('aurora', 'S-ANNA', 10)).map(({ customerId }) => customerId)).toEqual(['C-0009', 'C-0014'])
    // Midnight in Rome.
    clock.now += minute
    expect(await handOvers.ofAgent('aurora', 'S-ANNA', 10)).toEqual([])
  })

  test('limits hold, per number and per agent, and open again with time', async () => {
    const system = start({ agent: { inTenMinutes: 4, aDay: 5 }, number: { inTenMinutes: 2, aDay: 3 } })
    const { handOvers, clock } = system
    // A window begins.
    clock.now = Date.parse('2026-03-05T09:00:00Z')
    const send = async (msisdn: string) =>
      issued(system, { msisdn }).then(
        () => 'sent',
        (error: { code: string }) => error.code,
      )
    expect([await send('+391'), await send('+391'), await send('+391')]).toEqual(['sent', 'sent', 'TOO_MANY'])
    // Whom a number refuses has used up none of his own.
    expect([await send('+392'), await send('+393'), await send('+394')]).toEqual(['sent', 'sent', 'TOO_MANY'])
    clock.now += 10 * minute
    expect([await send('+391'), await send('+391')]).toEqual(['sent', 'TOO_MANY'])
    const byMenu = handOvers.issue(wanted({ msisdn: '+395', sender: { kind: 'voiceMenu', callId: 'call-1' } }))
    expect((await byMenu).token).toBeDefined()
  })
})
