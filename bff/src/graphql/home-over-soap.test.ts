import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { demoCredentials } from '../../simulator/soap/security.ts'
import { homeDocument, startSystem, type System } from '../testing/system.ts'

/* The same operator twice: one BFF asks everything over REST, the other asks the billing service over SOAP. No customer can tell. */
const inDebt = 'C-0001'
const businessFleet = 'C-0005'

let overRest: System
let overSoap: System
beforeAll(async () => {
  overRest = await startSystem()
  overSoap = await startSystem({
    env: (simulator) => ({
      BSS_SOAP_URL: `${simulator.url}/soap/billing`,
      BSS_SOAP_USERNAME: demoCredentials.username,
      BSS_SOAP_PASSWORD: demoCredentials.password,
      BSS_BILLS_CONNECTOR: 'soap',
      BSS_ACCOUNT_CONNECTOR: 'soap',
    }),
  })
})
afterEach(() => overSoap.simulator.reset())
afterAll(() => Promise.all([overRest.close(), overSoap.close()]))

const tiles = async (system: System, customer: string) => {
  const { body } = await system.ask(customer, homeDocument)
  expect(body.errors).toBeUndefined()
  return body.data.mosaic.widgets
}

test.each([inDebt, businessFleet])('%s sees the same home', async (customer) => {
  // Everything but the moment each value was read.
  const shown = async (system: System) => (await tiles(system, customer)).map((tile) => ({ ...tile, freshness: undefined }))
  expect(await shown(overSoap)).toEqual(await shown(overRest))
  expect(overSoap.simulator.calls.of('bills')).toMatchObject({ total: 1, statuses: { 200: 1 } })
})

test('a billing service in trouble costs its own tile and no other', async () => {
  const { customers, faults } = overSoap.simulator
  faults.set('bills', { kind: 'garbage' })
  // Somebody whose bills nobody has asked for yet.
  const fresh = customers.find(
    ({ id, lines }) => ![inDebt, businessFleet].includes(id) && lines.every(({ payment }) => payment === 'postpaid'),
  )
  const states = Object.fromEntries((await tiles(overSoap, fresh?.id ?? '')).map(({ id, state }) => [id, state]))
  expect(states).toMatchObject({ 'latest-bill': 'FAILED', counters: 'READY', 'my-lines': 'READY', welcome: 'READY' })
})
