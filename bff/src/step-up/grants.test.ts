import { expect, test } from 'vitest'
import { hashOf } from '../hand-over/tokens.ts'
import { describeShelves } from '../store/testing/suite.ts'
import { createGrants, type KeptGrant } from './grants.ts'

const minuteMs = 60_000

describeShelves((open) => {
  const start = () => {
    let now = Date.parse('2026-11-26T08:00:00Z')
    const shelf = open()
    return {
      shelf,
      grants: createGrants(shelf, () => now),
      in: (ms: number) => new Date(now + ms),
      later: (ms: number) => void (now += ms),
    }
  }
  const grantUntil = (expiresAt: Date): KeptGrant => ({
    handOverId: 'h-1',
    brand: 'aurora',
    customerId: 'C-0001',
    lineId: 'L-0001-1',
    surface: 'bill',
    level: 'silent',
    expiresAt,
    claimHash: hashOf('claim'),
  })

  test('a grant is found by its secret until it is over, and only its hash is kept', async () => {
    const { shelf, grants, ...time } = start()
    const grant = grantUntil(time.in(15 * minuteMs))
    const secret = await grants.give(grant)
    expect(await grants.find(secret)).toEqual(grant)
    expect(await grants.find(`${secret}x`)).toBeUndefined()
    expect(JSON.stringify(await shelf.find('grant', { key: `claim:${hashOf('claim')}`, limit: 10 }))).not.toContain(secret)
    time.later(15 * minuteMs)
    expect(await grants.find(secret)).toBeUndefined()
  })

  test('what was begun is ended once, by the claim it was begun with, in time', async () => {
    const { grants, ...time } = start()
    const secret = await grants.begin('silent', 'mine', 'a value', time.in(5 * minuteMs))
    expect(await grants.end('silent', 'another', secret)).toBeUndefined()
    expect(await grants.end('otp', 'mine', secret)).toBeUndefined()
    const ends = await Promise.all(Array.from({ length: 100 }, () => grants.end('silent', 'mine', secret)))
    expect(ends.filter((value) => value === 'a value')).toHaveLength(1)
    expect(ends.filter((value) => value === undefined)).toHaveLength(99)
    const late = await grants.begin('silent', 'mine', 'a value', time.in(5 * minuteMs))
    time.later(5 * minuteMs)
    expect(await grants.end('silent', 'mine', late)).toBeUndefined()
  })

  test('the latest of a claim is the one, while it is good; forgetting is once', async () => {
    const { grants, ...time } = start()
    await grants.begin('otp', 'mine', 'first', time.in(5 * minuteMs))
    time.later(1)
    await grants.begin('otp', 'mine', 'second', time.in(5 * minuteMs))
    await grants.begin('otp', 'another', 'third', time.in(5 * minuteMs))
    const latest = await grants.latest('otp', 'mine')
    expect(latest?.value).toBe('second')
    const forgotten = await Promise.all(Array.from({ length: 20 }, () => grants.forget(latest?.id ?? '')))
    expect(forgotten.filter(Boolean)).toHaveLength(1)
    expect((await grants.latest('otp', 'mine'))?.value).toBe('first')
    time.later(5 * minuteMs)
    expect(await grants.latest('otp', 'mine')).toBeUndefined()
  })
})
