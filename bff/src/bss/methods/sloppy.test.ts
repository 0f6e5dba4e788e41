import type { MethodName, MethodParams } from '@mosaic/schemas/bss'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deviations, type Deviation } from '../../../simulator/faults/types.ts'
import type { SimCustomer } from '../../../simulator/population/types.ts'
import { startSimulator, type Simulator } from '../../../simulator/start.ts'
import { createReader } from '../../config-reader.ts'
import { createRestConnector, type RestRequest } from '../connectors/rest/connector.ts'
import { restSettings } from '../connectors/rest/settings.ts'
import type { AskedParams, Source } from '../contract.ts'
import { methodSources } from './index.ts'

/* Right in meaning and wrong in form, as real systems answer: every method reads it as it reads the strict answer of the contract. */

let simulator: Simulator
let rest: ReturnType<typeof createRestConnector>
beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
  rest = createRestConnector(restSettings(createReader({ BSS_URL: simulator.url }, [])))
})
afterAll(async () => {
  await rest.close()
  await simulator.close()
})

const reads = [
  'customer',
  'party',
  'lines',
  'account',
  'bills',
  'balance',
  'usage',
  'offers',
  'products',
  'plan',
  'orders',
  'charges',
  'usageHistory',
  'usageEvents',
  'spendingLimit',
  'paymentMethods',
  'payments',
  'overview',
  'rewards',
  'outages',
  'appointments',
  'callbackSlots',
  'sim',
  'tickets',
  'recommendations',
  'eligibility',
  'topUps',
] as const
const send = (request: RestRequest) => rest.send(request, { timeoutMs: 10_000 })
const now = new Date()

function ask<Name extends MethodName>(name: Name, params: MethodParams) {
  const source = methodSources[name].rest as Source<Name, 'rest'>
  return source.ask({ currency: 'EUR', now, send, sendOnce: send }, params as AskedParams<Name>, undefined as never)
}

test.each(reads)('%s', async (name) => {
  const customer = fc.nat({ max: simulator.customers.length - 1 }).map((index) => simulator.customers[index] as SimCustomer)
  await fc.assert(
    fc.asyncProperty(customer, fc.subarray([...deviations], { minLength: 1 }), async (who, chosen) => {
      const params = paramsOf(who)
      simulator.faults.clear(name)
      const strict = await ask(name, params)
      simulator.faults.set(name, { kind: 'sloppy', deviations: chosen })
      expect(await ask(name, params)).toEqual(whatIsLeft(strict, new Set(chosen)))
    }),
    { numRuns: 150 },
  )
})

function paramsOf({ id, partyId, segment, lines }: SimCustomer): MethodParams {
  return { customerId: id, partyId, partyType: segment === 'business' ? 'organization' : 'individual', lineId: lines[0]?.id ?? id }
}

/** What Mosaic reads from attributes that the contract leaves open, and a sloppy system leaves out. */
const optional = new Set(['since', 'expiresOn', 'description', 'contract', 'topic', 'requestedOn', 'nextOn', 'countedAt'])

/** The strict answer without what these deviations take away: optional attributes, and the seconds of a moment. */
function whatIsLeft(value: unknown, chosen: ReadonlySet<Deviation>): unknown {
  if (Array.isArray(value)) return value.map((item) => whatIsLeft(item, chosen))
  if (typeof value === 'string' && chosen.has('blankDates')) return value.replace(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}):.*Z$/, '$1:00.000Z')
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([name]) => !(chosen.has('missingOptionals') && optional.has(name)))
  return Object.fromEntries(kept.map(([name, inner]) => [name, whatIsLeft(inner, chosen)]))
}
