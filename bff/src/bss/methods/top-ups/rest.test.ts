import { beforeEach, describe, expect, test } from 'vitest'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const topUps = useRestSource('topUps')
/* It is asked on 22 November 2026, at ten. */
const euros = (amount: number) => ({ amount, units: 'EUR' })
const single = { id: 'TU-1', status: 'completed', amount: euros(10), requestedDate: '2026-11-20T09:00:00Z' }
const rule = { id: 'AT-1', status: 'completed', amount: euros(15), isAutoTopup: true, recurringPeriod: 'monthly', confirmationDate: '2026-08-31T09:00:00Z' } // prettier-ignore

let list: unknown[]
beforeEach(() => void (list = [single]))
const read = () => topUps.read(list)

describe('single top-ups', () => {
  test('newest first, whatever the order they come in; without a date last', async () => {
    list = [
      { ...single, id: 'old', requestedDate: '2026-10-01T00:00:00Z' },
      { ...single, id: 'undated', requestedDate: undefined },
      { ...single, id: 'new', status: 'Created', isAutoTopup: 'false' },
      { ...single, id: 'lost', status: 'failed', requestedDate: '2026-09-01T00:00:00Z' },
    ]
    const { recent, auto } = await read()
    expect(auto).toBeUndefined()
    expect(recent.map(({ id, status }) => [id, status])).toEqual([
      ['new', 'pending'],
      ['old', 'completed'],
      ['lost', 'failed'],
      ['undated', 'completed'],
    ])
    expect(recent[0]).toEqual({
      id: 'new',
      status: 'pending',
      amount: { minor: 1_000, currency: 'EUR' },
      requestedOn: '2026-11-20T09:00:00.000Z',
    })
  })

  test('one that cannot be read costs itself; none that can is no answer', async () => {
    list = [{ ...single, amount: 'ten' }, single]
    expect((await read()).recent).toHaveLength(1)
    list = [{ ...single, amount: 'ten' }]
    await expect(read()).rejects.toMatchObject(badAt('topupBalance[0].amount'))
  })

  test('are ten at most', async () => {
    list = Array.from({ length: 25 }, (_, index) => ({ ...single, id: `TU-${index}` }))
    expect((await read()).recent).toHaveLength(10)
  })
})

describe('the rule', () => {
  test.each([
    ['weekly', '2026-11-01T09:00:00Z', '2026-11-29T09:00:00.000Z'],
    ['fortnightly', '2026-11-01T09:00:00Z', '2026-11-29T09:00:00.000Z'],
    ['Monthly', '2026-08-31T09:00:00Z', '2026-11-30T09:00:00.000Z'],
    ['monthly', '2026-08-22T09:00:00Z', '2026-12-22T09:00:00.000Z'],
    ['monthly', '2026-11-22T09:59:00Z', '2026-12-22T09:59:00.000Z'],
    ['monthly', '2027-11-22T09:59:00Z', undefined],
    ['weekly', undefined, undefined],
  ])('%s since %s comes next on %s', async (recurringPeriod, confirmationDate, nextOn) => {
    list = [{ ...rule, recurringPeriod, confirmationDate }, single]
    const { recent, auto } = await read()
    expect(recent.map(({ id }) => id)).toEqual(['TU-1'])
    expect(auto).toMatchObject({ id: 'AT-1', amount: { minor: 1_500, currency: 'EUR' }, status: 'active' })
    expect(auto?.nextOn).toBe(nextOn)
  })

  test.each(['cancelled', 'failed'])('that is %s is none', async (status) => {
    list = [{ ...rule, status }]
    expect(await read()).toEqual({ recent: [] })
  })

  test('that holds goes before one under way', async () => {
    list = [{ ...rule, id: 'next', status: 'created' }, rule]
    expect((await read()).auto).toMatchObject({ id: 'AT-1', status: 'active' })
    list = [{ ...rule, id: 'next', status: 'created' }]
    expect((await read()).auto).toMatchObject({ id: 'next', status: 'pending' })
  })

  test('with a period nobody knows is a bad answer when there is no other', async () => {
    list = [{ ...rule, recurringPeriod: 'daily' }]
    await expect(read()).rejects.toMatchObject(badAt('topupBalance[0].recurringPeriod'))
  })
})

test('whatever comes is top-ups or a bad answer', () => topUps.expectNothingElse(jsonLike([single, rule])))
