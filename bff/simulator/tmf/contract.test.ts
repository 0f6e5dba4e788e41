import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../start.ts'
import { createContract, hasContracts } from '../testing/contract.ts'
import { createAccesses } from '../state/accesses.ts'
import { createAppointments } from '../state/appointments.ts'
import { createBalances } from '../state/balances.ts'
import { createOrders } from '../state/orders.ts'
import { createPayments } from '../state/payments.ts'
import { createPopulation } from '../population/population.ts'
import { createOutages } from '../state/outages.ts'
import { createInteractions } from '../state/interactions.ts'
import { createTasks, type AskedLine, type AskedQualification } from '../state/tasks.ts'
import { createTickets } from '../state/tickets.ts'
import { createTransfers } from '../state/transfers.ts'
import { createUsageQueries } from '../state/usage-queries.ts'
import { accounts } from './accounts.ts'
import { appointments, slotSearches } from './appointments.ts'
import { bills } from './bills.ts'
import { buckets } from './buckets.ts'
import { charges } from './charges.ts'
import { customers } from './customers.ts'
import { interactions } from './interactions.ts'
import { offerings } from './offerings.ts'
import { individuals, organizations } from './parties.ts'
import { tickets } from './tickets.ts'
import { type PathName, paths } from './paths.ts'
import { orders } from './orders.ts'
import { paymentMethods } from './payment-methods.ts'
import { products } from './products.ts'
import { accumulatedBalances } from './overview.ts'
import { promotions } from './promotions.ts'
import { transfers } from './transfers.ts'
import { usageHistory } from './usage-history.ts'

/** Which definition of which file each collection is made of. `state` of a usage query: see usage.ts. */
const collections: readonly [PathName, string, string][] = [
  ['customer', 'TMF629', 'Customer'],
  ['individual', 'TMF632', 'Individual'],
  ['organization', 'TMF632', 'Organization'],
  ['product', 'TMF637', 'Product'],
  ['productOrder', 'TMF622', 'ProductOrder'],
  ['billingAccount', 'TMF666', 'BillingAccount'],
  ['bill', 'TMF678', 'CustomerBill'],
  ['bucket', 'TMF654', 'Bucket'],
  ['charge', 'TMF678', 'AppliedCustomerBillingRate'],
  ['paymentMethod', 'TMF670', 'PaymentMethod'],
  ['payment', 'TMF676', 'Payment'],
  ['usageRecord', 'TMF635', 'Usage'],
  ['topupBalance', 'TMF654', 'TopupBalance'],
  ['transferBalance', 'TMF654', 'TransferBalance'],
  ['usage', 'TMF677', 'QueryUsageConsumption'],
  ['offering', 'TMF620', 'ProductOffering'],
  ['appointment', 'TMF646', 'Appointment'],
  ['searchTimeSlot', 'TMF646', 'SearchTimeSlot'],
  ['troubleTicket', 'TMF621', 'TroubleTicket'],
  ['partyInteraction', 'TMF683', 'PartyInteraction'],
  ['accumulatedBalance', 'TMF654', 'AccumulatedBalance'],
  ['promotion', 'TMF671', 'Promotion'],
  ['recommendation', 'TMF680', 'QueryProductRecommendation'],
  ['qualification', 'TMF679', 'ProductOfferingQualification'],
]

describe.skipIf(!hasContracts)('every answer keeps to the TM Forum contract', () => {
  let simulator: Simulator
  const contracts = new Map<string, ReturnType<typeof createContract>>()
  const contract = (api: string) => {
    const known = contracts.get(api) ?? createContract(api, { QueryUsageConsumption: ['state'] })
    contracts.set(api, known)
    return known
  }
  const ask = (path: string, body?: unknown) =>
    fetch(
      `${simulator.url}${path}`,
      body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    )

  const qualificationOf = (lineId: string) => ({
    provideUnavailabilityReason: true,
    productOfferingQualificationItem: [
      { id: '1', product: { productRelationship: [{ relationshipType: 'reliesOn', product: { id: lineId } }] } },
    ],
  })
  const numberOf = (lineId: string) => simulator.customers.flatMap(({ lines }) => lines).find(({ id }) => id === lineId)?.msisdn

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0 })
    // Something to list: a top-up and a usage query of different lines, done and pending.
    for (const afterMs of [0, 60_000]) {
      simulator.faults.set('all', { kind: 'asynchronous', afterMs })
      const topUp = await ask(paths.topupBalance, {
        amount: { amount: 10.5, units: 'EUR' },
        usageType: 'monetary',
        bucket: { id: 'B-L-0009-1' },
        partyAccount: { id: 'PA-0009' },
        description: 'a key',
      })
      expect(contract('TMF654').problems('TopupBalance', await topUp.json())).toEqual([])
      const transfer = await ask(paths.transferBalance, {
        reason: 'a key',
        amount: { amount: 5, units: 'EUR' },
        usageType: 'monetary',
        bucket: { id: 'B-L-0014-1' },
        logicalResource: [{ id: numberOf('L-0014-1') }],
        receiverBucket: { id: 'B-L-0016-1' },
        receiverBucketUsageType: 'monetary',
        receiverLogicalResource: { id: numberOf('L-0016-1') },
        channel: { id: 'self-care' },
        costOwner: 'originator',
        transferCost: { value: 0.5, unit: 'EUR' },
      })
      expect(contract('TMF654').problems('TransferBalance', await transfer.json())).toEqual([])
      const usage = await ask(paths.usage, { searchCriteria: { product: [{ id: 'L-0013-1' }] } })
      expect(contract('TMF677').problems('QueryUsageConsumption', await usage.json())).toEqual([])
      const recommended = await ask(paths.recommendation, { recommendationItem: [{ product: { id: 'L-0014-1' } }] })
      expect(contract('TMF680').problems('QueryProductRecommendation', await recommended.json())).toEqual([])
      const qualified = await ask(paths.qualification, qualificationOf('L-0014-1'))
      expect(contract('TMF679').problems('ProductOfferingQualification', await qualified.json())).toEqual([])
      const search = await ask(paths.searchTimeSlot, {})
      expect(contract('TMF646').problems('SearchTimeSlot', await search.json())).toEqual([])
    }
    simulator.faults.clear()
    const dismissed = await ask(paths.partyInteraction, {
      reason: 'alertDismissed',
      status: 'completed',
      direction: 'inbound',
      interactionDate: { startDateTime: '2026-05-01T10:00:00Z', endDateTime: '2026-05-01T10:00:00Z' },
      channel: [{ id: 'self-care', href: 'channel/self-care' }],
      relatedParty: [{ id: 'C-0009', href: 'customer/C-0009', '@referredType': 'Customer' }],
      interactionItem: [{ id: 'a-notice' }],
    })
    expect(contract('TMF683').problems('PartyInteraction', await dismissed.json())).toEqual([])
    const answered = await ask(paths.partyInteraction, {
      reason: 'surveyAnswered',
      status: 'completed',
      direction: 'inbound',
      interactionDate: { startDateTime: '2026-05-01T10:00:00Z', endDateTime: '2026-05-01T10:00:00Z' },
      channel: [{ id: 'self-care', href: 'channel/self-care' }],
      relatedParty: [{ id: 'C-0009', href: 'customer/C-0009', '@referredType': 'Customer' }],
      interactionItem: [
        {
          id: 'a-question',
          note: [
            { id: 'answer', text: 'Sì' },
            { id: 'comment', text: 'Tutto bene' },
          ],
        },
      ],
    })
    const talk = {
      reason: 'careContact',
      status: 'completed',
      direction: 'outbound',
      interactionDate: { startDateTime: '2026-05-01T10:00:00Z', endDateTime: '2026-05-01T10:04:00Z' },
      channel: [{ id: 'care', href: 'channel/care' }],
      relatedParty: [{ id: 'C-0009', href: 'customer/C-0009', '@referredType': 'Customer' }],
      interactionItem: [{ id: 'high-bill' }],
      note: [{ id: 'a-talk', author: 'S-anna', date: '2026-05-01T10:04:00Z', text: 'Ha visto il dettaglio' }],
    }
    const talked = await ask(paths.partyInteraction, talk)
    expect(talked.status).toBe(201)
    const kept = (await talked.json()) as { direction: string; interactionDate: unknown; note: unknown[] }
    expect(contract('TMF683').problems('PartyInteraction', kept)).toEqual([])
    expect(kept).toMatchObject({ direction: 'outbound', note: [{ id: 'a-talk', author: 'S-anna' }] })
    for (const wrong of [
      { note: undefined },
      { interactionDate: { startDateTime: 'yesterday at breakfast' } },
      { reason: 'alertDismissed' },
    ]) {
      expect((await ask(paths.partyInteraction, { ...talk, ...wrong })).status).toBe(400)
    }
    expect(answered.status).toBe(201)
    expect(contract('TMF683').problems('PartyInteraction', await answered.json())).toEqual([])
  })
  afterAll(() => simulator.close())

  test.each(collections)('%s, read page by page to the end, and one by one', async (name, api, definition) => {
    let total = 0
    let seen = 0
    do {
      const response = await ask(`${paths[name]}?offset=${seen}&limit=100`)
      const page = (await response.json()) as { id: string; href: string }[]
      total = Number(response.headers.get('x-total-count'))
      expect(response.status).toBe(page.length < total ? 206 : 200)
      expect(page.length).toBeGreaterThan(0)
      for (const item of page) expect(contract(api).problems(definition, item)).toEqual([])
      seen += page.length

      // Its address leads to the same thing.
      const first = await fetch(page[0]?.href ?? '')
      expect(first.status).toBe(200)
      const single = (await first.json()) as { id: string }
      expect(single.id).toBe(page[0]?.id)
      expect(contract(api).problems(definition, single)).toEqual([])
      // And a selection of nothing is still valid.
      const bare = await (await fetch(`${page[0]?.href}?fields=id`)).json()
      expect(contract(api).problems(definition, bare)).toEqual([])
    } while (seen < total)
    expect(seen).toBe(total)
  })

  test('counters of every line, whatever its plan', async () => {
    const lines = simulator.customers.slice(0, 120).flatMap((customer) => customer.lines)
    for (const line of lines) {
      const response = await ask(paths.usage, { searchCriteria: { product: [{ id: line.id }] } })
      expect(response.status).toBe(201)
      expect(contract('TMF677').problems('QueryUsageConsumption', await response.json())).toEqual([])
    }
  })

  test.each(collections)('errors of %s', async (name, api) => {
    const cases: [string, number][] = [
      [`${paths[name]}/nobody`, 404],
      [`${paths[name]}?limit=many`, 400],
      [`${paths[name]}?offset=-1`, 400],
      [`${paths[name]}?limit=101`, 400],
      [`${paths[name]}?colour=red`, 400],
      [`${paths[name]}?fields=colour`, 400],
      [`${paths[name]}?sort=-colour`, 400],
    ]
    for (const [path, status] of cases) {
      const response = await ask(path)
      expect([path, response.status]).toEqual([path, status])
      expect(contract(api).problems('Error', await response.json())).toEqual([])
    }
    const refused = await fetch(`${simulator.url}${paths[name]}`, { method: 'PUT' })
    expect(refused.status).toBe(405)
    expect(refused.headers.get('allow')).toContain('GET')
    expect(contract(api).problems('Error', await refused.json())).toEqual([])
  })

  test('filters and selections know exactly the attributes of the contract', () => {
    const now = () => new Date('2026-05-01T10:00:00Z')
    const population = createPopulation(1, now())
    const world = {
      now,
      population: () => population,
      balances: createBalances(now),
      interactions: createInteractions(now),
      orders: createOrders(now),
      recommendationQueries: createTasks<AskedLine>(now, 'RQ'),
      qualifications: createTasks<AskedQualification>(now, 'POQ'),
      usageQueries: createUsageQueries(now),
      outages: createOutages(),
      appointments: createAppointments(now),
      payments: createPayments(now),
      tickets: createTickets(),
      transfers: createTransfers(now),
      accesses: createAccesses(now),
      seed: 1,
      origin: 'http://127.0.0.1',
    }
    const resources = {
      customer: customers,
      individual: individuals,
      organization: organizations,
      product: products,
      productOrder: orders,
      billingAccount: accounts,
      bill: bills,
      bucket: buckets,
      charge: charges,
      paymentMethod: paymentMethods,
      usageRecord: usageHistory,
      offering: offerings,
      appointment: appointments,
      searchTimeSlot: slotSearches,
      troubleTicket: tickets,
      partyInteraction: interactions,
      accumulatedBalance: accumulatedBalances,
      promotion: promotions,
      transferBalance: transfers,
    }
    for (const [name, api, definition] of collections) {
      const resource = name in resources ? resources[name as keyof typeof resources](world) : undefined
      if (resource) expect(new Set(resource.attributes)).toEqual(new Set(contract(api).attributesOf(definition)))
    }
  })
})
