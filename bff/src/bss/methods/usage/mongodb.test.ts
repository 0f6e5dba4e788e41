import { readFileSync } from 'node:fs'
import { BSON, Double, Long, MongoClient, type Document } from 'mongodb'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { sendJson, startBackEnd } from '../../../testing/back-end.ts'
import { ferretdb } from '../../../testing/servers/ferretdb.ts'
import { describeWithDatabase } from '../../../testing/with-database.ts'
import { createMongodbConnector } from '../../connectors/mongodb/connector.ts'
import { createRestConnector } from '../../connectors/rest/connector.ts'
import { usage } from './mongodb.ts'
import { usage as usageOverRest } from './rest.ts'

const readme = readFileSync(new URL('../../connectors/mongodb/README.md', import.meta.url), 'utf8')
const [, example = ''] = /^```json\n(.*?)^```/ms.exec(readme) ?? []

describeWithDatabase(ferretdb, 'usage over mongodb', (running) => {
  let client: MongoClient
  let connector: ReturnType<typeof createMongodbConnector>
  beforeAll(() => void (client = new MongoClient(running().url)))
  afterAll(() => client.close())
  beforeEach(() => void (connector = createMongodbConnector({ url: running().url })))
  afterEach(async () => {
    await connector.close()
    await client.db().collection('mosaic_usage').deleteMany({})
  })

  const keep = (...documents: Document[]) => client.db().collection('mosaic_usage').insertMany(documents)
  const ask = (lineId: string) =>
    usage.ask({ ...bounds, send: (query) => connector.send(query, attempt), sendOnce: never }, { lineId }, undefined)

  test('a line is the same as over REST: the example of the README', async () => {
    await keep(BSON.EJSON.parse(example) as Document)
    const counter = (id: string, usageType: string, name: string, ...rest: object[]) =>
      Object.assign({ id, usageType, name }, ...rest) as object
    const amount = (counterType: string, value: number, units: string) => ({ counterType, value: { amount: value, units } })
    const overRest = await askOverRest([
      counter('data-eu', 'data', 'Giga', {
        bucketCounter: [amount('used', 1.5365, 'GB'), amount('remaining', 48.4635, 'GB')],
        validFor: { endDateTime: '2026-12-01T00:00:00Z' },
      }),
      counter('voice', 'voice', 'Minuti', {
        bucketCounter: [amount('used', 12, 'min'), { counterType: 'remaining', valueName: 'Unlimited' }],
      }),
    ])
    expect(await ask('L-0001-1')).toEqual(overRest)
    expect(overRest.counters).toHaveLength(2)
  })

  test('numbers of every kind', async () => {
    const of = (id: string, used: unknown) => ({ id, type: 'SMS', used })
    await keep({ lineId: 'L', counters: [of('a', new Double(1)), of('b', new Long(2)), of('c', '3,5'), of('d', 4)] })
    expect((await ask('L')).counters.map(({ used }) => used)).toEqual([1, 2, 3.5, 4])
  })

  test('what is used abroad, and what several lines share', async () => {
    const countedAt = new Date('2026-11-22T03:40:00Z')
    const abroad = { id: 'a', type: 'data', used: 1, total: 9, isRoaming: true, countedAt }
    const shared = { id: 'b', type: 'data', used: 7, total: 9, isShared: true, usedByLine: new Long(2) }
    await keep({ lineId: 'L', counters: [abroad, shared, { ...abroad, id: 'c', isRoaming: false }] })
    expect((await ask('L')).counters).toEqual([
      { ...abroad, name: 'data', countedAt: countedAt.toISOString() },
      { ...shared, name: 'data', usedByLine: 2 },
      { id: 'c', name: 'data', type: 'data', used: 1, total: 9 },
    ])
  })

  test('a line without counters', async () => {
    await keep({ lineId: 'L', counters: [] })
    expect(await ask('L')).toEqual({ counters: [] })
  })

  const good = { id: 'x', type: 'data', used: 1 }
  test.each<[string, Document[]]>([
    ['mosaic_usage ', []],
    [
      'mosaic_usage ',
      [
        { lineId: 'L', counters: [] },
        { lineId: 'L', counters: [] },
      ],
    ],
    ['mosaic_usage[0].counters ', [{ lineId: 'L' }]],
    ['mosaic_usage[0].counters ', [{ lineId: 'L', counters: 'none' }]],
    ['mosaic_usage[0].counters[1] ', [{ lineId: 'L', counters: [good, 5] }]],
    ['mosaic_usage[0].counters[1].type ', [{ lineId: 'L', counters: [good, { ...good, type: 'faxes' }] }]],
    ['mosaic_usage[0].counters[0].total ', [{ lineId: 'L', counters: [{ ...good, total: 'much' }] }]],
    ['mosaic_usage[0].counters[0].used ', [{ lineId: 'L', counters: [{ ...good, used: -1 }] }]],
    ['mosaic_usage[0].counters[0].id ', [{ lineId: 'L', counters: [{ ...good, id: null }] }]],
  ])('%swrong is a bad answer: %j', async (place, documents) => {
    if (documents.length > 0) await keep(...documents)
    await expect(ask('L')).rejects.toMatchObject({ code: 'BSS_BAD_ANSWER' })
    await expect(ask('L')).rejects.toThrow(place)
  })
})

const attempt = { timeoutMs: 10_000 }
const never = () => Promise.reject(new Error('Nothing is written'))
const bounds = { currency: 'EUR', now: new Date('2026-11-22T10:00:00Z') }

async function askOverRest(bucketRefOrValue: object[]) {
  const backEnd = await startBackEnd()
  backEnd.answer = (response) => sendJson(response, { id: 'Q', state: 'done', usageConsumption: [{ bucketRefOrValue }] }, 201)
  const rest = createRestConnector(backEnd.apis)
  try {
    return await usageOverRest.ask(
      { ...bounds, send: (request) => rest.send(request, attempt), sendOnce: never },
      { lineId: 'L' },
      undefined,
    )
  } finally {
    await rest.close()
    await backEnd.close()
  }
}
