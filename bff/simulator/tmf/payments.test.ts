import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../start.ts'
import { paths } from './paths.ts'

/* Francesca Romano (C-0008) has a new bill, an expired card and a wallet. */
describe('the payment of a bill', () => {
  let simulator: Simulator
  const start = new Date('2026-05-01T10:00:00Z')
  let clock = start
  let bill: { id: string; remainingAmount: { value: number } }

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, now: () => clock })
  })
  beforeEach(async () => {
    clock = start
    simulator.reset()
    bill = (await newest()) as typeof bill
  })
  afterAll(() => simulator.close())

  const read = async (path: string) => (await (await fetch(`${simulator.url}${path}`)).json()) as Record<string, unknown>[]
  const newest = async () => (await read(`${paths.bill}?relatedParty.id=C-0008`))[0]
  const owed = async () => (await read(`${paths.billingAccount}?relatedParty.id=C-0008`))[0]
  const body = (changes: object = {}) => ({
    totalAmount: { value: bill.remainingAmount.value, unit: 'EUR' },
    account: { id: 'A-0008' },
    paymentMethod: { id: 'PM-0008-2' },
    payer: { id: 'C-0008', '@referredType': 'Customer' },
    paymentItem: [{ item: { id: bill.id } }],
    ...changes,
  })
  const post = async (content: unknown, key?: string) => {
    const response = await fetch(`${simulator.url}${paths.payment}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) },
      body: JSON.stringify(content),
    })
    return { status: response.status, headers: response.headers, json: (await response.json()) as Record<string, unknown> }
  }

  test('settles it, clears the account, and is there to be read', async () => {
    expect(await newest()).toMatchObject({ state: 'sent' })
    const { status, headers, json } = await post(body())
    expect(status).toBe(201)
    expect(json).toMatchObject({ status: 'done', statusDate: '2026-05-01T10:00:00.000Z' })
    expect(await newest()).toMatchObject({
      id: bill.id,
      state: 'settled',
      remainingAmount: { value: 0 },
      lastUpdate: '2026-05-01T10:00:00.000Z',
    })
    expect(await owed()).toMatchObject({ paymentStatus: 'paid', accountBalance: [{ amount: { value: 0 } }, { amount: { value: 0 } }] })
    expect(await (await fetch(headers.get('location') ?? '')).json()).toEqual(json)
    expect((await read(`${paths.payment}?payer.id=C-0008`))[0]).toEqual(json)
  })

  test('takes a debt away', async () => {
    const account = () => read(`${paths.billingAccount}?relatedParty.id=C-0001`)
    const [debt] = (await account()) as [{ accountBalance: { amount: { value: number } }[] }]
    const overdue = debt.accountBalance[1]?.amount.value ?? 0
    expect(debt).toMatchObject({ paymentStatus: 'inArrears' })
    const open = (await read(`${paths.bill}?relatedParty.id=C-0001`)) as {
      id: string
      remainingAmount: { value: number }
      paymentDueDate: string
    }[]
    const late = open.find(({ remainingAmount, paymentDueDate }) => remainingAmount.value > 0 && paymentDueDate < clock.toISOString())
    const { status } = await post({
      ...body(),
      totalAmount: { value: overdue, unit: 'EUR' },
      account: { id: 'A-0001' },
      paymentMethod: { id: 'PM-0001-1' },
      paymentItem: [{ item: { id: late?.id } }],
    })
    expect(status).toBe(201)
    const [after] = (await account()) as [{ accountBalance: { amount: { value: number } }[]; paymentStatus: string }]
    expect(after.accountBalance[1]?.amount.value).toBe(0)
    expect(after.paymentStatus).not.toBe('inArrears')
  })

  test('is made once per key, also when many ask at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(body(), 'one-key')))
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1)
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(7)
    expect((await post(body({ correlatorId: 'other' }), 'one-key')).status).toBe(409)
  })

  test('is made once per bill, whatever the keys', async () => {
    const answers = await Promise.all(['a', 'b', 'c'].map((key) => post(body(), key)))
    const statuses = answers.map(({ status }) => status)
    expect([201, 409].map((wanted) => statuses.filter((status) => status === wanted).length)).toEqual([1, 2])
  })

  test('whose answer was lost was still made, and asking again with the key pays nothing twice', async () => {
    simulator.faults.set('payBill', { kind: 'reset', afterHandling: true, times: 1 })
    await expect(post(body(), 'lost')).rejects.toThrow(TypeError)
    expect(await newest()).toMatchObject({ state: 'settled' })
    expect((await post(body(), 'lost')).json).toMatchObject({ status: 'done' })
    const paid = (await read(`${paths.payment}?payer.id=C-0008`)).filter(({ paymentDate }) => paymentDate === start.toISOString())
    expect(paid).toHaveLength(1)
  })

  test('may be accepted now and done later, or fail and be tried again', async () => {
    simulator.faults.set('payBill', { kind: 'asynchronous', afterMs: 3_000 })
    expect((await post(body(), 'slow')).json).toMatchObject({ status: 'pending' })
    expect(await newest()).toMatchObject({ state: 'sent' })
    // While it is under way nobody pays a second time.
    expect((await post(body(), 'again')).status).toBe(409)
    clock = new Date(clock.getTime() + 3_000)
    expect(await newest()).toMatchObject({ state: 'settled' })

    simulator.reset()
    simulator.faults.set('payBill', { kind: 'asynchronous', afterMs: 0, outcome: 'failed' })
    expect((await post(body())).json).toMatchObject({ status: 'failed' })
    expect(await newest()).toMatchObject({ state: 'sent' })
    simulator.faults.clear('payBill')
    expect((await post(body())).json).toMatchObject({ status: 'done' })
  })

  test.each<[string, () => object, string]>([
    ['another amount', () => ({ totalAmount: { value: 1, unit: 'EUR' } }), 'what is left of the bill'],
    ['another currency', () => ({ totalAmount: { value: 1, unit: 'USD' } }), 'totalAmount.unit'],
    ['an unknown account', () => ({ account: { id: 'A-9999' } }), 'no billing account'],
    ['somebody else’s bill', () => ({ account: { id: 'A-0001' } }), 'the account has no bill'],
    ['somebody else’s card', () => ({ paymentMethod: { id: 'PM-0001-1' } }), 'the customer has none such'],
    ['an expired card', () => ({ paymentMethod: { id: 'PM-0008-1' } }), 'is expired'],
    ['no bill', () => ({ paymentItem: [] }), 'paymentItem'],
  ])('with %s is refused with a reason', async (_, changes, reason) => {
    const { status, json } = await post(body(changes()))
    expect(status).toBe(400)
    expect(String(json.message)).toContain(reason)
    expect(await newest()).toMatchObject({ state: 'sent' })
  })
})
