import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HandOverEvent, HandOverFacts, HandOverState, WithoutTime } from './contract.ts'
import { handOverOf, isGood, mayFollow, mayTurn } from './state.ts'
import { wanted } from './testing/wanted.ts'

const start = Date.parse('2026-03-05T10:00:00Z')
const minute = 60_000
const { minutes, key: _, ...known } = wanted()
const facts: HandOverFacts = {
  ...known,
  id: 'h1',
  code: 'K7XM',
  issuedAt: new Date(start),
  expiresAt: new Date(start + minutes * minute),
  tokenHash: 'hash',
}

const happened: Record<HandOverEvent['type'], WithoutTime> = {
  sent: { type: 'sent', messageId: 'm1' },
  unsent: { type: 'unsent', reason: 'noWay' },
  delivered: { type: 'delivered' },
  undelivered: { type: 'undelivered', reason: 'EXPIRED' },
  opened: { type: 'opened', claimHash: 'claim' },
  signedIn: { type: 'signedIn', by: 'session' },
  reached: { type: 'reached', step: 'page' },
  stuck: { type: 'stuck', wants: 'connect' },
  taken: { type: 'taken', by: 'S-ANNA', name: 'Anna Agente' },
  givenBack: { type: 'givenBack', by: 'S-ANNA' },
  done: { type: 'done' },
  revoked: { type: 'revoked', by: 'S-ANNA' },
}

type Try = { type: HandOverEvent['type']; after: number }
const tries = fc.array(
  fc.record({
    type: fc.constantFrom(...(Object.keys(happened) as HandOverEvent['type'][])),
    after: fc.oneof(fc.integer({ min: 0, max: 3 * minute }), fc.integer({ min: 0, max: 200 * minute })),
  }),
  { maxLength: 60 },
)

/** What becomes of a hand-over when all of it is tried, one after the other: only what may come comes. */
function play(all: readonly Try[]) {
  let now = start
  const events: HandOverEvent[] = []
  const states: HandOverState[] = [handOverOf(facts, events, new Date(now)).state]
  for (const { type, after } of all) {
    now += after
    const at = new Date(now)
    if (!mayFollow(facts, events, type, at) || !mayTurn(events, happened[type], at)) continue
    events.push({ ...happened[type], at } as HandOverEvent)
    states.push(handOverOf(facts, events, at).state)
  }
  return { events, states, now }
}

const timesOf = (events: readonly HandOverEvent[], type: HandOverEvent['type']) => events.filter((event) => event.type === type)
const always = (holds: (played: ReturnType<typeof play>) => void) =>
  fc.assert(
    fc.property(tries, (all) => holds(play(all))),
    { numRuns: 500 },
  )

describe('whatever is tried, in whatever order', () => {
  test('it is opened once at most, and never when it has expired', () =>
    always(({ events }) => {
      const opened = timesOf(events, 'opened')
      expect(opened.length).toBeLessThanOrEqual(1)
      for (const { at } of opened) expect(at.getTime()).toBeLessThan(facts.expiresAt.getTime())
    }))

  test('nothing a customer does comes after its end, and it ends once', () =>
    always(({ events }) => {
      const end = events.findIndex(({ type }) => type === 'done' || type === 'revoked')
      if (end === -1) return
      const after = events.slice(end + 1).map(({ type }) => type)
      expect(after.filter((type) => !['delivered', 'undelivered', 'unsent', 'sent'].includes(type))).toEqual([])
    }))

  test('it never goes a step back', () =>
    always(({ states }) => {
      const steps: HandOverState[] = [
        'issued',
        'sent',
        'undelivered',
        'delivered',
        'expired',
        'opened',
        'signedIn',
        'reached',
        'done',
        'revoked',
      ]
      const ranks = states.filter((state) => state !== 'abandoned').map((state) => steps.indexOf(state === 'stuck' ? 'reached' : state))
      expect(ranks).toEqual(ranks.toSorted((one, other) => one - other))
    }))

  test('places are reached, and help is asked for, only by who has signed in', () =>
    always(({ events }) => {
      const at = (type: HandOverEvent['type']) => events.findIndex((event) => event.type === type)
      for (const type of ['reached', 'stuck', 'done'] as const) if (at(type) !== -1) expect(at('signedIn')).toBeGreaterThan(-1)
      for (const type of ['reached', 'stuck', 'done'] as const) if (at(type) !== -1) expect(at(type)).toBeGreaterThan(at('signedIn'))
    }))

  test('who is stuck has a helper, and nobody else; whoever helps moves nothing', () =>
    always(({ events, states, now }) => {
      const { taker, state } = handOverOf(facts, events, new Date(now))
      if (taker) expect(state).toBe('stuck')
      for (const [n, { type }] of events.entries())
        if (type === 'taken' || type === 'givenBack') expect([states[n], states[n + 1]]).toEqual(['stuck', 'stuck'])
    }))

  test('the device that opened it keeps it', () =>
    always(({ events, now }) => {
      expect(handOverOf(facts, events, new Date(now)).claimHash).toBe(timesOf(events, 'opened').length === 1 ? 'claim' : undefined)
    }))

  test('what has ended is not good any more, and what is left alone for two hours is not either', () =>
    always(({ events, now }) => {
      const handOver = handOverOf(facts, events, new Date(now))
      if (events.some(({ type }) => type === 'done' || type === 'revoked')) expect(isGood(handOver, new Date(now))).toBe(false)
      expect(isGood(handOver, new Date(now + 121 * minute))).toBe(false)
    }))
})

test('a receipt that comes late moves nothing back', () => {
  const { states } = play(
    (['sent', 'opened', 'signedIn', 'delivered', 'reached', 'undelivered'] as const).map((type) => ({ type, after: 1_000 })),
  )
  expect(states).toEqual(['issued', 'sent', 'opened', 'signedIn', 'signedIn', 'reached'])
})

test('the app shows it without a link, and a link tapped afterwards leads no step back', () => {
  const { states } = play((['sent', 'signedIn', 'opened', 'done'] as const).map((type) => ({ type, after: 1_000 })))
  expect(states).toEqual(['issued', 'sent', 'signedIn', 'signedIn', 'done'])
})

test.each<{ name: string; tried: Try[]; minutesLater: number; state: HandOverState }>([
  { name: 'nobody opens it', tried: [{ type: 'sent', after: 0 }], minutesLater: 15, state: 'expired' },
  { name: 'opened, and then nothing', tried: [{ type: 'opened', after: 0 }], minutesLater: 16, state: 'abandoned' },
  { name: 'who is stuck waits for us: he has abandoned nothing', tried: (['opened', 'signedIn', 'stuck'] as const).map((type) => ({ type, after: 0 })), minutesLater: 60, state: 'stuck' }, // prettier-ignore
  { name: 'not sent', tried: [{ type: 'unsent', after: 0 }], minutesLater: 1, state: 'undelivered' },
])('$name: $state', ({ tried, minutesLater, state }) => {
  expect(handOverOf(facts, play(tried).events, new Date(start + minutesLater * minute)).state).toBe(state)
})

test('who goes to and fro for ever is not written down for ever, and may still say that he is done', () => {
  const walk = (['signedIn', ...Array.from({ length: 300 }, () => 'reached')] as const).map((type): Try => ({
    type: type as 'reached',
    after: 1,
  }))
  expect(play(walk).events).toHaveLength(200)
  expect(play([...walk, { type: 'done', after: 1 }]).events).toHaveLength(201)
})
