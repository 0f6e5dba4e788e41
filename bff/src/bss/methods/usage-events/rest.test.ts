import { expect, test } from 'vitest'
import { sendJson } from '../../../testing/back-end.ts'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const usageEvents = useRestSource('usageEvents')
const rated = (value: number, changes: object = {}) => ({ isBilled: false, taxIncludedRatingAmount: { value, unit: 'EUR' }, ...changes })
const event = (id: string, changes: object = {}) => ({
  id,
  usageType: 'voice',
  usageDate: '2026-11-20T08:00:00Z',
  status: 'rated',
  usageCharacteristic: [
    { name: 'durationSeconds', value: '200' },
    { name: 'calledNumber', value: '+39 399 123 4567' },
  ],
  ratedProductUsage: [rated(0.45)],
  ...changes,
})

test('newest first, in Mosaic’s units, and no more of a number than its end', async () => {
  const found = await usageEvents.read([
    event('call'),
    event('session', {
      usageType: 'Data ',
      usageDate: '2026-11-21 T21:15',
      usageSpecification: { id: 'S', name: 'Roaming fuori UE' },
      usageCharacteristic: { name: 'dataVolumeMb', value: 12.5 },
      ratedProductUsage: [rated(1.5), rated(0.5)],
    }),
    event('text', { usageType: 'sms', usageCharacteristic: [{ name: 'smsCount', value: -1 }], usageDate: '2026-11-19T08:00:00Z' }),
  ])
  const euros = (minor: number) => ({ minor, currency: 'EUR' })
  expect(found).toEqual([
    { id: 'session', type: 'data', name: 'Roaming fuori UE', at: '2026-11-21T21:15:00.000Z', amount: 12.5, cost: euros(200) },
    { id: 'call', type: 'voice', at: '2026-11-20T08:00:00.000Z', amount: 3.333, numberEnd: '567', cost: euros(45) },
    { id: 'text', type: 'sms', at: '2026-11-19T08:00:00.000Z', cost: euros(45) },
  ])
  expect(JSON.stringify(found)).not.toContain('4567')
})

test.each([['112'], ['4088'], ['187 100'], ['no number']])('of %s nothing is told: its end would be most of it', async (value) => {
  const [found] = await usageEvents.read([event('call', { usageCharacteristic: { name: 'calledNumber', value } })])
  expect(found).not.toHaveProperty('numberEnd')
})

test('what is in the plan costs nothing; what is not rated, or only in part, has no cost yet', async () => {
  const read = async (...ratedProductUsage: object[]) => (await usageEvents.read([event('call', { ratedProductUsage })]))[0]?.cost
  expect(await read({ usageRatingTag: 'Included usage' })).toEqual({ minor: 0, currency: 'EUR' })
  expect(await read({ isBilled: false })).toBeUndefined()
  expect(await read(rated(1), { isBilled: false })).toBeUndefined()
  expect(await read(rated(1), { taxIncludedRatingAmount: { value: 1, unit: 'USD' } })).toBeUndefined()
  expect(await read()).toBeUndefined()
})

test('what is too large to be counted was measured by nobody', async () => {
  const found = await usageEvents.read([event('call', { usageCharacteristic: [{ name: 'durationSeconds', value: 1e308 }] })])
  expect(found).toEqual([expect.not.objectContaining({ amount: expect.anything() as unknown })])
})

test('months, what is billed and what was rejected are no events of this period', async () => {
  const others = [event('a', { usageType: 'summary' }), event('b', { ratedProductUsage: [rated(1, { isBilled: 'true' })] })]
  expect(await usageEvents.read([...others, event('c', { status: 'Rejected' })])).toEqual([])
})

test('one page is asked for, and no more is kept than that', async () => {
  let asked = ''
  const all = Array.from({ length: 70 }, (_, index) => event(`E-${index}`))
  usageEvents.backEnd.answer = (response, path) => {
    asked = path
    sendJson(response, all)
  }
  expect(await usageEvents.ask()).toHaveLength(50)
  expect(usageEvents.backEnd.calls).toBe(1)
  const query = Object.fromEntries(new URL(asked, 'http://bss').searchParams)
  expect(query).toMatchObject({
    'ratedProductUsage.productRef.id': 'L-1',
    'ratedProductUsage.isBilled': 'false',
    sort: '-usageDate',
    limit: '50',
  })
})

test.each<[string, object]>([
  ['usage[0].id', { id: {} }],
  ['usage[0].usageType', { usageType: 'fax' }],
  ['usage[0].usageDate', { usageDate: 'yesterday' }],
])('%s is named when it is what cannot be read', (place, changes) =>
  expect(usageEvents.read([event('only', changes)])).rejects.toMatchObject(badAt(place)),
)

test('nothing at all is no answer', () => expect(usageEvents.read(null)).rejects.toMatchObject(badAt('usage')))

test('whatever comes is events or a bad answer', () =>
  usageEvents.expectNothingElse(jsonLike([event('a'), event('b', { usageType: 'data' })])))
