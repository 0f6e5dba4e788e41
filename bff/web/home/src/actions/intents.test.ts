import { describe, expect, it } from 'vitest'
import { createIntents, intentOf } from './intents.ts'

const now = Date.parse('2026-11-22T10:00:00Z')
const minute = 60_000

describe('an intent', () => {
  it('has one key over double taps and retries', () => {
    const intents = createIntents(memory(), counter())
    expect([intents.keyOf('a', now), intents.keyOf('a', now), intents.keyOf('a', now + minute)]).toEqual(['k1', 'k1', 'k1'])
  })

  it('keeps its key over a reload', () => {
    const storage = memory()
    const createKey = counter()
    createIntents(storage, createKey).keyOf('a', now)
    expect(createIntents(storage, createKey).keyOf('a', now + minute)).toBe('k1')
  })

  it('ends with a definite answer, and only its own', () => {
    const intents = createIntents(memory(), counter())
    intents.keyOf('a', now)
    intents.keyOf('b', now)
    intents.settle('a', now)
    expect([intents.keyOf('a', now), intents.keyOf('b', now)]).toEqual(['k3', 'k2'])
  })

  it('is forgotten when it is old', () => {
    const intents = createIntents(memory(), counter())
    intents.keyOf('a', now)
    expect(intents.keyOf('a', now + 15 * minute)).toBe('k2')
  })

  it('works where storage is forbidden or spoilt', () => {
    const refusing = { getItem: () => '{', setItem: () => { throw new Error('quota') } } // prettier-ignore
    const intents = createIntents(refusing, counter())
    expect([intents.keyOf('a', now), intents.keyOf('a', now)]).toEqual(['k1', 'k1'])
    intents.settle('a', now)
    expect(intents.keyOf('a', now)).toBe('k2')
  })
})

describe('intentOf', () => {
  const amount = { name: 'amount', value: '1000' }
  const line = { name: 'lineId', value: 'L-1' }
  it('does not depend on the order of the variables', () => {
    expect(intentOf('topUp', [amount, line])).toBe(intentOf('topUp', [line, amount]))
  })
  it('differs with the amount', () => {
    expect(intentOf('topUp', [line, amount])).not.toBe(intentOf('topUp', [line, { name: 'amount', value: '2000' }]))
  })
})

function memory() {
  const map = new Map<string, string>()
  return { getItem: (key: string) => map.get(key) ?? null, setItem: (key: string, value: string) => void map.set(key, value) }
}
function counter() {
  let count = 0
  return () => `k${(count += 1)}`
}
