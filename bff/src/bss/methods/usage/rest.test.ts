import { expect, test } from 'vitest'
import { sendJson } from '../../../testing/back-end.ts'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const usage = useRestSource('usage')
const counter = (changes: object) => ({ id: 'U', name: 'Giga', usageType: 'data', ...changes })
const task = (buckets: unknown, state = 'done') => ({ id: 'Q', state, usageConsumption: [{ bucketRefOrValue: buckets }] })
const value = (amount: unknown, units: string) => ({ amount, units })
const data = counter({
  bucketCounter: [
    { counterType: 'Used', value: value('1.5', 'GB') },
    { counterType: 'remaining', value: value(500, 'MB') },
  ],
  validFor: { endDateTime: '2026-12-01' },
})
const voice = counter({
  id: 'V',
  usageType: 'Voice',
  bucketCounter: { counterType: 'used', value: value(90, 's') },
  remainingValue: value(1, 'h'),
})

test('used and remaining, in Mosaic’s units', async () => {
  const money = counter({ id: 'M', usageType: 'monetary', remainingValue: value(5, 'EUR') })
  expect((await usage.read(task([data, voice, money]))).counters).toEqual([
    { id: 'U', type: 'data', name: 'Giga', used: 1_500, total: 2_000, resetsOn: '2026-12-01T00:00:00.000Z' },
    { id: 'V', type: 'voice', name: 'Giga', used: 1.5, total: 61.5 },
  ])
})

test.each([
  { bucketCounter: [{ counterType: 'remaining', valueName: 'Unlimited' }] },
  { bucketCounter: [{ counterType: 'remaining', value: 'unlimited ' }] },
  { remainingValueName: 'UNLIMITED' },
  { remainingValue: 'Unlimited' },
])('unlimited however it is said: %j', async (changes) => {
  expect((await usage.read(task([counter(changes)]))).counters).toEqual([{ id: 'U', type: 'data', name: 'Giga', used: 0 }])
})

const abroad = { id: 'R', usageType: 'Data-Roaming ', name: 'Giga in Europa', remainingValue: value(4, 'GB') }
test('what is for use abroad is told apart, with the moment it was counted', async () => {
  const body = {
    id: 'Q',
    state: 'done',
    usageConsumption: [
      { lastUpdate: '2026-11-22T10:00:00Z', bucketRefOrValue: [counter({ remainingValue: value(1, 'GB') })] },
      { lastUpdate: '2026-11-22 T03:40', bucketRefOrValue: [abroad] },
      { bucketRefOrValue: { ...abroad, id: 'W', usageType: 'data', '@type': 'RoamingBucket' } },
    ],
  }
  const [home, ...others] = (await usage.read(body)).counters
  expect(home).toEqual({ id: 'U', type: 'data', name: 'Giga', used: 0, total: 1_000 })
  const roaming = { type: 'data', name: 'Giga in Europa', used: 0, total: 4_000, isRoaming: true }
  expect(others).toEqual([
    { id: 'R', ...roaming, countedAt: '2026-11-22T03:40:00.000Z' },
    { id: 'W', ...roaming },
  ])
})

test('of what several lines share: what all of them used, and this line’s part', async () => {
  const of = (id: string, amount: number) => ({ counterType: 'used', level: 'user', user: { id }, value: value(amount, 'GB') })
  const all = { counterType: 'used', level: 'Global', value: value(50, 'GB') }
  const shared = { isShared: 'true', remainingValue: value(30, 'GB') }
  const read = async (changes: object) => (await usage.read(task([counter({ ...shared, ...changes })]))).counters[0]
  expect(await read({ bucketCounter: [of('L-2', 38), of('L-1', 12), all] })).toMatchObject({
    used: 50_000,
    total: 80_000,
    isShared: true,
    usedByLine: 12_000,
  })
  // Nobody tells this line's part.
  expect(await read({ bucketCounter: [all, of('L-2', 50)] })).not.toHaveProperty('usedByLine')
  expect(await read({ isShared: undefined, product: [{ id: 'L-1' }, { id: 'L-2' }] })).toMatchObject({ isShared: true })
  expect(await read({ isShared: false, bucketCounter: [all, of('L-1', 12)] })).not.toHaveProperty('usedByLine')
})

test('a line without counters', async () => expect(await usage.read(task([]))).toEqual({ counters: [] }))

const list = 'queryUsageConsumption.usageConsumption'
test.each<[string, unknown, string]>([
  ['no end in sight is not unlimited', task([counter({})]), `${list}[0].bucketRefOrValue[0].remainingValue`],
  ['a unit nobody knows', task([counter({ remainingValue: value(1, 'constructor') })]), `${list}[0].bucketRefOrValue[0].remainingValue`],
  ['a kind that is no word', task([counter({ usageType: 5, remainingValue: value(1, 'MB') })]), `${list}[0].bucketRefOrValue[0].usageType`],
  ['no list of counters', task('none'), `${list}[0].bucketRefOrValue`],
  ['no counter in the list', task([1]), `${list}[0].bucketRefOrValue[0]`],
  ['no consumptions', { id: 'Q', state: 'done', usageConsumption: 5 }, list],
  ['a task that failed', task([], 'terminatedWithError'), 'queryUsageConsumption.state'],
  ['a task without an id', { state: 'accepted' }, 'queryUsageConsumption.id'],
])('%s is a bad answer, and its place is named', (_, body, place) => expect(usage.read(body)).rejects.toMatchObject(badAt(place)))

test('whatever a finished task holds is counters or a bad answer', () =>
  usage.expectNothingElse(
    jsonLike([{ bucketRefOrValue: [data, voice] }, { lastUpdate: '2026-11-22T10:00:00Z', bucketRefOrValue: [abroad] }]).map(
      (usageConsumption) => ({ id: 'Q', state: 'done', usageConsumption }),
    ),
  ))

test('a task that is accepted is asked for until it is done', async () => {
  usage.backEnd.answer = (response, path) =>
    sendJson(
      response,
      path.endsWith('/Q') && usage.backEnd.calls > 2 ? task([counter({ remainingValue: value(1, 'GB') })]) : { id: 'Q', state: 'Accepted' },
      201,
    )
  expect((await usage.ask()).counters).toHaveLength(1)
  expect(usage.backEnd.calls).toBe(3)
})
