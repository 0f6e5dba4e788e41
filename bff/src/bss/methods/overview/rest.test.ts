import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sendJson } from '../../../testing/back-end.ts'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const overview = useRestSource('overview')

const balance = (id: string, amount: unknown, changes: object = {}) => ({
  id: `AB-${id}`,
  product: [{ id }],
  totalBalance: { amount, units: 'EUR' },
  ...changes,
})
const data = (used: number, remaining: number | 'Unlimited') => ({
  id: `U-${used}`,
  usageType: 'data',
  ...(remaining === 'Unlimited' ? { remainingValueName: remaining } : { remainingValue: { amount: remaining, units: 'MB' } }),
  bucketCounter: [{ counterType: 'used', value: { amount: used, units: 'MB' } }],
})
const voice = { id: 'V', usageType: 'voice', remainingValue: { amount: 60, units: 'min' } }
const consumption = (id: string, ...buckets: object[]) => ({ product: [{ id }], bucketRefOrValue: buckets })
const task = (...usageConsumption: object[]) => ({ id: 'Q', state: 'done', usageConsumption })

/** The two systems the answer is put together from. */
function answer(balances: unknown, usage: unknown): typeof overview {
  overview.backEnd.answer = (response, path) => sendJson(response, (path.includes('/accumulatedBalance') ? balances : usage) ?? null)
  return overview
}

test('credit and data of every line, in two questions', async () => {
  const usage = task(
    consumption('L-1', data(100, 900), data(50, 450), voice),
    consumption('L-2', data(10, 'Unlimited'), data(1, 9)),
    consumption('L-3'),
  )
  expect(await answer([balance('L-1', '12.50'), balance('L-4', -0.9)], usage).ask()).toEqual([
    { lineId: 'L-1', credit: { minor: 1_250, currency: 'EUR' }, data: { used: 150, total: 1_500 } },
    { lineId: 'L-2', data: { used: 11 } },
    { lineId: 'L-3' },
    { lineId: 'L-4', credit: { minor: -90, currency: 'EUR' } },
  ])
  expect(overview.backEnd.calls).toBe(2)
})

test('a line’s own data at home: not what it has abroad, nor what it shares', async () => {
  const abroad = { ...data(5, 95), id: 'R', usageType: 'data-roaming' }
  const shared = { ...data(60, 40), id: 'S', isShared: true }
  const usage = task(consumption('L-1', data(100, 900), shared), consumption('L-1', abroad), consumption('L-2', shared))
  expect(await answer([], usage).ask()).toEqual([{ lineId: 'L-1', data: { used: 100, total: 1_000 } }, { lineId: 'L-2' }])
})

test('nobody has more lines than are asked for', async () => {
  const many = Array.from({ length: 250 }, (_, index) => consumption(`L-${index}`))
  expect(await answer([], task(...many)).ask()).toHaveLength(200)
})

test('minutes are no money, and one line that cannot be read does not cost the others', async () => {
  const minutes = balance('L-2', 30, { totalBalance: { amount: 30, units: 'min' } })
  expect(await answer([balance('L-1', 1), minutes], task(consumption('L-1'), { bucketRefOrValue: [] })).ask()).toEqual([
    { lineId: 'L-1', credit: { minor: 100, currency: 'EUR' } },
  ])
})

test.each<[string, unknown, unknown, string]>([
  ['credit that is no amount', [balance('L-1', 'much')], task(), 'accumulatedBalance[0].totalBalance'],
  ['credit of no line', [{ id: 'AB', totalBalance: { amount: 1, units: 'EUR' } }], task(), 'accumulatedBalance[0].product.id'],
  ['no list of balances', null, task(), 'accumulatedBalance'],
  ['use of no line', [], task({ bucketRefOrValue: [] }), 'queryUsageConsumption.usageConsumption[0].product.id'],
  ['a task that failed', [], { id: 'Q', state: 'failed' }, 'queryUsageConsumption.state'],
])('%s is a bad answer, and its place is named', (_, balances, usage, place) =>
  expect(answer(balances, usage).ask()).rejects.toMatchObject(badAt(place)),
)

test('whatever comes is an overview or a bad answer', () =>
  overview.expectNothingElse(
    fc.oneof(
      jsonLike([balance('L-1', 1)]),
      jsonLike([consumption('L-1', data(100, 900), data(10, 'Unlimited'))]).map((list) => ({
        id: 'Q',
        state: 'done',
        usageConsumption: list,
      })),
    ),
  ))
