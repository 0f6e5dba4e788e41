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
    jsonLike([{ bucketRefOrValue: [data, voice] }]).map((usageConsumption) => ({ id: 'Q', state: 'done', usageConsumption })),
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
