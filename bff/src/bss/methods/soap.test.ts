import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { soapDeviations } from '../../../simulator/faults/types.ts'
import { demoCredentials } from '../../../simulator/soap/security.ts'
import { startSimulator, type Simulator } from '../../../simulator/start.ts'
import { loadConfig } from '../../config.ts'
import { createConnectors, type Connectors } from '../connectors/index.ts'
import type { AskContext } from '../contract.ts'
import { account as accountByRest } from './account/rest.ts'
import { account as accountBySoap } from './account/soap.ts'
import { bills as billsByRest } from './bills/rest.ts'
import { bills as billsBySoap } from './bills/soap.ts'
import { payBill } from './pay-bill/rest.ts'
import { payments } from './payments/rest.ts'

/* One operator, two doors: what a customer is told does not depend on which of them the BFF goes through. */

let simulator: Simulator
let connectors: Connectors
beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
  const config = loadConfig({
    BSS_URL: simulator.url,
    BSS_SOAP_URL: `${simulator.url}/soap/billing`,
    BSS_SOAP_USERNAME: demoCredentials.username,
    BSS_SOAP_PASSWORD: demoCredentials.password,
  })
  connectors = await createConnectors(config.connectors)
})
afterEach(() => simulator.reset())
afterAll(async () => {
  await Promise.all(Object.values(connectors).map((connector) => connector.close()))
  await simulator.close()
})

const now = new Date()
const rest: AskContext<'rest'>['send'] = (request) => connectors.rest.send(request, { timeoutMs: 10_000 })
const soap: AskContext<'soap'>['send'] = async (request) => {
  const answer = await connectors.soap?.send(request, { timeoutMs: 10_000 })
  if (!answer) throw new Error('SOAP is not configured')
  return answer
}
const overRest = { currency: 'EUR', now, send: rest, sendOnce: rest }
const overSoap = { currency: 'EUR', now, send: soap, sendOnce: soap }

const askRest = (customerId: string) =>
  Promise.all([billsByRest.ask(overRest, { customerId }, undefined), accountByRest.ask(overRest, { customerId }, undefined)])
const askSoap = (customerId: string) =>
  Promise.all([billsBySoap.ask(overSoap, { customerId }, undefined), accountBySoap.ask(overSoap, { customerId }, undefined)])

test('the same bills and the same account for everybody', async () => {
  for (const { id } of simulator.customers) {
    const [rest, soap] = await Promise.all([askRest(id), askSoap(id)])
    expect(soap).toEqual(rest)
  }
  const withBills = simulator.customers.filter(({ account }) => account?.bills.length)
  expect(withBills.length).toBeGreaterThan(50)
}, 20_000)

test('a bill that was paid is paid, and nothing is owed for it any more, behind both', async () => {
  const debtor = simulator.customers.find(({ account }) => (account?.overdueCents ?? 0) > 0 && !account?.autopay)?.id ?? ''
  const before = await askRest(debtor)
  const bill = before[0].find(({ state }) => state === 'overdue')
  const paymentMethodId = `PM-${debtor.slice(2)}-1`
  const input = { billId: bill?.id ?? '', amountMinor: bill?.remaining.minor ?? 0, paymentMethodId, idempotencyKey: 'once' }
  const receipt = await payBill.ask(overRest, { customerId: debtor }, input)
  expect(receipt.status).toBe('completed')
  // The same key again is the same payment.
  expect(await payBill.ask(overRest, { customerId: debtor }, input)).toEqual(receipt)

  const after = await askRest(debtor)
  expect(after[0].find(({ id }) => id === bill?.id)).toMatchObject({ state: 'paid', remaining: { minor: 0 } })
  expect(after[1].due.minor).toBe(before[1].due.minor - input.amountMinor)
  expect(await askSoap(debtor)).toEqual(after)
  const made = await payments.ask(overRest, { customerId: debtor }, undefined)
  expect(made.filter(({ billId }) => billId === bill?.id)).toMatchObject([{ status: 'done', amount: { minor: input.amountMinor } }])
})

test('however sloppy the billing service is', async () => {
  const someone = fc.nat({ max: simulator.customers.length - 1 }).map((index) => simulator.customers[index]?.id ?? '')
  await fc.assert(
    fc.asyncProperty(someone, fc.subarray([...soapDeviations], { minLength: 1 }), async (customerId, deviations) => {
      simulator.reset()
      const strict = await askRest(customerId)
      for (const method of ['bills', 'account'] as const) simulator.faults.set(method, { kind: 'sloppy', deviations })
      expect(await askSoap(customerId)).toEqual(deviations.includes('offsetDates') ? withoutMillis(strict) : strict)
    }),
    { numRuns: 150 },
  )
}, 20_000)

test('values of other types are a bad answer that names the place', async () => {
  simulator.faults.set('all', { kind: 'wrongTypes' })
  const customerId = simulator.customers.find(({ account }) => account?.bills.length)?.id ?? ''
  await expect(billsBySoap.ask(overSoap, { customerId }, undefined)).rejects.toThrow(
    /^GetBillsResponse\.bills\.bill(\[0\])?\.id cannot be read/,
  )
  await expect(accountBySoap.ask(overSoap, { customerId }, undefined)).rejects.toThrow(
    /^GetAccountResponse\.account\.balance cannot be read/,
  )
})

test('a customer the billing service does not know is no customer without bills', () =>
  expect(billsBySoap.ask(overSoap, { customerId: 'C-9999' }, undefined)).rejects.toMatchObject({
    code: 'BSS_BAD_ANSWER',
    fault: { got: 'a fault of the client UNKNOWN_CUSTOMER' },
  }))

/** Dates with an offset are written in whole seconds. */
function withoutMillis(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer).replace(/(T\d\d:\d\d:\d\d)\.\d{3}Z/g, '$1.000Z'))
}
