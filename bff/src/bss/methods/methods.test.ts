import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createConnectors, type Connectors } from '../connectors/index.ts'
import type { AskContext } from '../contract.ts'
import { sendJson, startBackEnd, type BackEnd } from '../../testing/back-end.ts'
import { methodSources } from './index.ts'

/* What systems really answer, and what Mosaic makes of it. The simulator's own answers are read in graphql/home.test.ts. */

let backEnd: BackEnd
let rest: Connectors['rest']
beforeEach(async () => {
  backEnd = await startBackEnd()
  rest = createConnectors({ rest: backEnd.apis }).rest
})
afterEach(async () => {
  await rest.close()
  await backEnd.close()
})

const params = { customerId: 'C-1', partyId: 'P-1', partyType: 'individual', lineId: 'L-1' } as const
const send: AskContext<'rest'>['send'] = (request) => rest.send(request, { timeoutMs: 2_000 })
const context = (): AskContext<'rest'> => ({ currency: 'EUR', now: new Date('2026-11-22T10:00:00Z'), send, sendOnce: send })
const answers = (body: unknown) => (backEnd.answer = (response) => sendJson(response, body))
const read = <Name extends 'account' | 'balance' | 'bills' | 'customer' | 'lines' | 'offers' | 'party' | 'usage'>(
  name: Name,
  body: unknown,
  own = params,
) => {
  answers(body)
  return methodSources[name].rest.ask(context(), own, undefined as never)
}
const badAnswer = { code: 'BSS_BAD_ANSWER' }

describe('customer', () => {
  test('an organization is business', async () => {
    const body = {
      id: 'C-1',
      status: 'Active ',
      engagedParty: { '@referredType': 'Organization' },
      validFor: { startDateTime: '2019-07-03 T04:00' },
    }
    expect(await read('customer', body)).toEqual({ id: 'C-1', segment: 'business', status: 'active', since: '2019-07-03T04:00:00.000Z' })
  })
  test('without an id it is no customer', () => expect(read('customer', { error: 'no' })).rejects.toMatchObject(badAnswer))
})

describe('party', () => {
  test('a person', async () => {
    const body = {
      id: 'P-1',
      givenName: 'Anna',
      familyName: 'Rossi',
      birthDate: '1984-03-12T00:00:00Z',
      languageAbility: { languageCode: 'EN', isFavouriteLanguage: 'true' },
    }
    expect(await read('party', body)).toEqual({
      id: 'P-1',
      displayName: 'Anna Rossi',
      givenName: 'Anna',
      language: 'en',
      birthDate: '1984-03-12',
    })
  })
  test('an organization, asked for where organizations are', async () => {
    let asked = ''
    backEnd.answer = (response, path) => {
      asked = path
      sendJson(response, { id: 'P-1', name: 'Forno S.r.l.', tradingName: 'Forno' })
    }
    expect(await methodSources.party.rest.ask(context(), { ...params, partyId: 'P/1', partyType: 'organization' }, undefined)).toEqual({
      id: 'P-1',
      displayName: 'Forno',
    })
    expect(asked).toBe('/party/organization/P%2F1')
  })
  test('without a name it is nobody', () => expect(read('party', { id: 'P-1' })).rejects.toMatchObject(badAnswer))
})

describe('lines', () => {
  const trait = (name: string, value: unknown) => ({ name, value })
  const product = (id: string, changes: object = {}) => ({
    id,
    name: 'Aurora 100',
    status: 'active',
    productCharacteristic: [trait('msisdn', '3331234567')],
    ...changes,
  })

  test('a line with everything, and its active options', async () => {
    const line = product('L-1', {
      status: 'Suspended ',
      startDate: '2026-11-01T00:00:00Z',
      productCharacteristic: [
        trait('MSISDN', 3331234567),
        trait('lineKind', 'Data'),
        trait('deviceType', 'tablet'),
        trait('paymentType', 'HYBRID'),
        trait('planType', 'allInclusive'),
        trait('renewalDate', '2026-12-01'),
      ],
      productPrice: { priceType: 'Recurring', price: { taxIncludedAmount: { value: '9.99', unit: 'EUR' } } },
    })
    const option = (id: string, status: string) =>
      product(id, {
        status,
        productOffering: { id: `OPT-${id}` },
        productRelationship: { relationshipType: 'reliesOn', product: { id: 'L-1' } },
      })
    expect(await read('lines', [line, option('a', 'active'), option('b', 'aborted ')])).toEqual([
      {
        id: 'L-1',
        msisdn: '3331234567',
        kind: 'data',
        device: 'tablet',
        status: 'suspended',
        payment: 'hybrid',
        planName: 'Aurora 100',
        planType: 'allInclusive',
        activatedOn: '2026-11-01T00:00:00.000Z',
        renewsOn: '2026-12-01T00:00:00.000Z',
        renewalPrice: { minor: 999, currency: 'EUR' },
        options: ['OPT-a'],
      },
    ])
  })

  test('one unreadable line does not cost the others; only unreadable ones are a bad answer', async () => {
    const broken = { id: 'L-2', productCharacteristic: 'none' }
    expect(await read('lines', [product('L-1'), broken])).toHaveLength(1)
    await expect(read('lines', [broken])).rejects.toMatchObject(badAnswer)
  })

  test('a customer without lines', async () => expect(await read('lines', [])).toEqual([]))

  const pages = (size: number, total: number, ...headers: [Record<string, string>?]) =>
    (backEnd.answer = (response, path) => {
      const offset = Number(new URL(path, 'http://x').searchParams.get('offset'))
      const items = Array.from({ length: Math.max(0, Math.min(size, total - offset)) }, (_, index) => product(`L-${offset + index}`))
      sendJson(response, items, 206, headers[0])
    })

  test('a fleet on several pages is whole', async () => {
    pages(100, 250)
    expect(await methodSources.lines.rest.ask(context(), params, undefined)).toHaveLength(250)
    expect(backEnd.calls).toBe(3)
  })

  test('a system with smaller pages is followed by its total', async () => {
    backEnd.answer = (response, path) => {
      const offset = Number(new URL(path, 'http://x').searchParams.get('offset'))
      sendJson(response, [product(`L-${offset}`)], 206, { 'x-total-count': '3' })
    }
    expect(await methodSources.lines.rest.ask(context(), params, undefined)).toHaveLength(3)
  })

  test('a system that knows no offsets, or whose total is wrong, is not asked for ever', async () => {
    backEnd.answer = (response) => sendJson(response, [product('L-1')], 206, { 'x-total-count': '99' })
    expect(await methodSources.lines.rest.ask(context(), params, undefined)).toHaveLength(1)
    expect(backEnd.calls).toBe(2)
    backEnd.calls = 0
    backEnd.answer = (response) => sendJson(response, [], 206, { 'x-total-count': '1' })
    expect(await methodSources.lines.rest.ask(context(), params, undefined)).toEqual([])
    expect(backEnd.calls).toBe(1)
  })
})

describe('account', () => {
  const account = (due: unknown, changes: object = {}) => ({
    id: 'A',
    accountBalance: [{ balanceType: 'ReceivableBalance', amount: { value: due, unit: 'EUR' } }],
    ...changes,
  })
  test('what is due, overdue by its status, and paid by itself', async () => {
    const body = [account('12.50', { paymentStatus: 'in_arrears', defaultPaymentMethod: { id: 'PM' } })]
    expect(await read('account', body)).toEqual({
      id: 'A',
      due: { minor: 1_250, currency: 'EUR' },
      overdue: { minor: 1_250, currency: 'EUR' },
      autopay: true,
    })
  })
  test('several accounts add up', async () =>
    expect(await read('account', [account(1), account(2, { id: 'B' })])).toMatchObject({ due: { minor: 300 }, autopay: false }))
  test('nobody’s account owes nothing', async () =>
    expect(await read('account', [])).toMatchObject({ due: { minor: 0 }, overdue: { minor: 0 } }))
  test('an amount that cannot be read is not zero', () => expect(read('account', [account('much')])).rejects.toMatchObject(badAnswer))
})

describe('bills', () => {
  const bill = (id: string, changes: object = {}) => ({ id, billDate: '2026-11-01', amountDue: { value: 20, unit: 'EUR' }, ...changes })
  test('newest first, with the state a customer understands', async () => {
    const body = [
      bill('paid', { billDate: '2026-08-01', state: 'Settled' }),
      bill('overdue', {
        billDate: '2026-09-01',
        state: 'sent',
        remainingAmount: { value: '5', unit: 'EUR' },
        paymentDueDate: '2026-09-20',
      }),
      bill('issued', { state: 'sent', paymentDueDate: '2026-12-01' }),
      bill('draft', { state: 'onHold' }),
      bill('settled in fact', { billDate: '2026-07-01', state: 'sent', remainingAmount: { value: 0, unit: 'EUR' } }),
    ]
    const found = await read('bills', body)
    expect(found.map(({ id, state, remaining }) => [id, state, remaining.minor])).toEqual([
      ['issued', 'issued', 2_000],
      ['overdue', 'overdue', 500],
      ['paid', 'paid', 0],
      ['settled in fact', 'paid', 0],
    ])
  })
  test('a single object is one bill', async () => expect(await read('bills', bill('only'))).toHaveLength(1))
})

describe('balance', () => {
  const bucket = (amount: unknown, changes: object = {}) => ({
    id: 'B',
    usageType: 'monetary',
    remainingValue: { amount, units: 'EUR' },
    ...changes,
  })
  test('adds up open buckets of money', async () => {
    const body = [
      bucket('1.20', { validFor: { endDateTime: '2027-01-01' } }),
      { ...bucket(2), id: 'B2' },
      { ...bucket(9), id: 'B3', status: 'expired' },
      { ...bucket(7), id: 'B4', usageType: 'data' },
    ]
    expect(await read('balance', body)).toEqual({ amount: { minor: 320, currency: 'EUR' }, expiresOn: '2027-01-01T00:00:00.000Z' })
  })
  test('a credit below zero stays below', async () =>
    expect(await read('balance', [bucket(-0.9)])).toEqual({ amount: { minor: -90, currency: 'EUR' } }))
  test('no bucket is no credit', async () => expect(await read('balance', [])).toEqual({}))
  test.each([[{}], [[bucket('much')]], [[{ usageType: 'monetary' }]], ['nothing'], [null]])('%j is not "no credit"', (body) =>
    expect(read('balance', body)).rejects.toMatchObject(badAnswer),
  )
})

describe('usage', () => {
  const counter = (changes: object) => ({ id: 'U', name: 'Giga', usageType: 'data', ...changes })
  const task = (buckets: unknown, state = 'done') => ({ id: 'Q', state, usageConsumption: [{ bucketRefOrValue: buckets }] })
  const value = (amount: unknown, units: string) => ({ amount, units })

  test('used and remaining, in Mosaic’s units', async () => {
    const body = task([
      counter({
        bucketCounter: [
          { counterType: 'Used', value: value('1.5', 'GB') },
          { counterType: 'remaining', value: value(500, 'MB') },
        ],
        validFor: { endDateTime: '2026-12-01' },
      }),
      counter({
        id: 'V',
        usageType: 'Voice',
        bucketCounter: { counterType: 'used', value: value(90, 's') },
        remainingValue: value(1, 'h'),
      }),
      counter({ id: 'M', usageType: 'monetary', remainingValue: value(5, 'EUR') }),
    ])
    expect((await read('usage', body)).counters).toEqual([
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
    expect((await read('usage', task([counter(changes)]))).counters).toEqual([{ id: 'U', type: 'data', name: 'Giga', used: 0 }])
  })

  test('a counter without an end in sight is not unlimited, it is unreadable', () =>
    expect(read('usage', task([counter({})]))).rejects.toMatchObject(badAnswer))
  test('a line without counters', async () => expect(await read('usage', task([]))).toEqual({ counters: [] }))
  test.each([
    [task('none')],
    [task([1])],
    [{ id: 'Q', state: 'done', usageConsumption: 5 }],
    [task([], 'terminatedWithError')],
    [{ state: 'accepted' }],
  ])('%j is a bad answer', (body) => expect(read('usage', body)).rejects.toMatchObject(badAnswer))

  test('a task that is accepted is asked for until it is done', async () => {
    backEnd.answer = (response, path) =>
      sendJson(
        response,
        path.endsWith('/Q') && backEnd.calls > 2 ? task([counter({ remainingValue: value(1, 'GB') })]) : { id: 'Q', state: 'Accepted' },
        201,
      )
    expect((await methodSources.usage.rest.ask(context(), params, undefined)).counters).toHaveLength(1)
    expect(backEnd.calls).toBe(3)
  })
})

describe('offers', () => {
  test('what is on sale, with its price wherever it stands', async () => {
    const price = (priceType: string, amount: object) => [{ priceType, price: amount }]
    const body = [
      {
        id: 'O-1',
        name: 'Giga',
        lifecycleStatus: 'Active ',
        productOfferingPrice: price('recurring', { taxIncludedAmount: { value: 4.99, unit: 'EUR' } }),
      },
      { id: 'O-2', name: 'eSIM', lifecycleStatus: 'active', productOfferingPrice: price('oneTime', { value: '5', unit: 'EUR' }) },
      { id: 'O-3', name: 'Old', lifecycleStatus: 'Retired' },
    ]
    expect(await read('offers', body)).toEqual([
      { id: 'O-1', name: 'Giga', recurring: true, price: { minor: 499, currency: 'EUR' } },
      { id: 'O-2', name: 'eSIM', recurring: false, price: { minor: 500, currency: 'EUR' } },
    ])
  })
})
