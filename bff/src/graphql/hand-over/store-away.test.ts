import { afterAll, beforeAll, expect, test } from 'vitest'
import { chiara, startCareSystem, type CareSystem } from '../../hand-over/testing/care-system.ts'
import { homeDocument } from '../../testing/system.ts'

/* What is kept for care cannot be reached: nobody’s home waits for it. */

let system: CareSystem
beforeAll(async () => void (system = await startCareSystem({ env: { MONGODB_URL: 'mongodb://127.0.0.1:9/care' } })))
afterAll(() => system.close())

test('nothing waits, and the app is told so before the store has given up', async () => {
  const order: string[] = []
  const [told] = await Promise.all([
    system.askApp(chiara.customer, '{ handOvers { id } }').finally(() => order.push('the app was told')),
    system.open('x'.repeat(22)).finally(() => order.push('the store gave up')),
  ])
  expect(told.data).toEqual({ handOvers: [] })
  expect(order).toEqual(['the app was told', 'the store gave up'])
})

test('the home is whole', async () => {
  const { body } = await system.ask(chiara.customer, homeDocument)
  expect([body.errors, body.data.mosaic.widgets.length > 0]).toEqual([undefined, true])
})

test('a link cannot be opened, and nobody learns whether there is one', async () => {
  const { body } = await system.open('x'.repeat(22))
  expect(JSON.parse(body)).toMatchObject({ data: null, errors: [{ extensions: { code: 'STORE_UNAVAILABLE' } }] })
})

test('an agent sends nothing that cannot be recorded', async () => {
  await expect(system.sendLink()).rejects.toThrow(/Nothing was sent/)
  expect(system.simulator.texts.of(chiara.msisdn)).toEqual([])
})
