import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../start.ts'
import { paths } from './paths.ts'

const start = new Date('2026-05-31T10:00:00Z')
const line = 'L-0009-1'

describe('an automatic top-up', () => {
  let simulator: Simulator
  let clock = start
  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, now: () => clock })
  })
  beforeEach(() => {
    clock = start
    simulator.reset()
  })
  afterAll(() => simulator.close())

  const get = async (path: string) => (await (await fetch(`${simulator.url}${path}`)).json()) as Record<string, unknown>[]
  const rules = async () => (await get(`${paths.topupBalance}?product.id=${line}`)).filter(({ isAutoTopup }) => isAutoTopup)
  const credit = async () =>
    Number(((await get(`${paths.bucket}?product.id=${line}`))[0]?.remainingValue as { amount?: number } | undefined)?.amount)
  const turnOn = async (recurringPeriod: string | undefined, euros = 10) => {
    const response = await fetch(`${simulator.url}${paths.topupBalance}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        amount: { amount: euros, units: 'EUR' },
        usageType: 'monetary',
        bucket: { id: `B-${line}` },
        partyAccount: { id: 'PA-0009' },
        isAutoTopup: true,
        recurringPeriod,
      }),
    })
    return { status: response.status, json: (await response.json()) as { id: string; status: string } }
  }
  const turnOff = (id: string) => fetch(`${simulator.url}${paths.topupBalance}/${id}`, { method: 'DELETE' })

  test('adds nothing at once, and its amount at the end of each period, also of a month that is shorter', async () => {
    const before = await credit()
    expect(await turnOn('monthly')).toMatchObject({ status: 201, json: { status: 'completed' } })
    expect(await credit()).toBeCloseTo(before, 2)
    clock = new Date('2026-06-30T10:00:00Z')
    expect(await credit()).toBeCloseTo(before + 10, 2)
    clock = new Date('2026-07-31T09:59:59Z')
    expect(await credit()).toBeCloseTo(before + 10, 2)
  })

  test('takes the place of the one before', async () => {
    const { json: first } = await turnOn('weekly')
    await turnOn('monthly', 20)
    expect((await rules()).filter(({ status }) => status === 'completed')).toHaveLength(1)
    expect((await rules()).find(({ id }) => id === first.id)).toMatchObject({ status: 'cancelled' })
  })

  test('ends when it is deleted, once and for all; what it added stays', async () => {
    const before = await credit()
    const { json } = await turnOn('weekly')
    clock = new Date(start.getTime() + 8 * 86_400_000)
    expect((await turnOff(json.id)).status).toBe(204)
    expect((await turnOff(json.id)).status).toBe(204)
    clock = new Date(start.getTime() + 60 * 86_400_000)
    expect(await credit()).toBeCloseTo(before + 10, 2)
    expect(await rules()).toMatchObject([{ id: json.id, status: 'cancelled' }])
  })

  test('that is only accepted holds or ends later', async () => {
    simulator.faults.set('autoTopUp', { kind: 'asynchronous', afterMs: 5_000 })
    const { json } = await turnOn('weekly')
    expect(json.status).toBe('created')
    clock = new Date(start.getTime() + 5_000)
    expect(await rules()).toMatchObject([{ status: 'completed' }])
    expect((await turnOff(json.id)).status).toBe(202)
    expect(await rules()).toMatchObject([{ status: 'completed' }])
    clock = new Date(start.getTime() + 10_000)
    expect(await rules()).toMatchObject([{ status: 'cancelled' }])
  })

  test('that a customer has had for long can be ended as well', async () => {
    const long = (await get(`${paths.topupBalance}?product.id=L-0010-1`)).find(({ isAutoTopup }) => isAutoTopup)
    expect(long).toMatchObject({ status: 'completed', recurringPeriod: 'monthly' })
    await turnOff(String(long?.id))
    expect(await (await fetch(String(long?.href))).json()).toMatchObject({ id: long?.id, status: 'cancelled' })
  })

  test('without a period, and the end of what does not come back or is not there, are refused', async () => {
    expect((await turnOn(undefined)).status).toBe(400)
    expect((await turnOn('daily')).status).toBe(400)
    expect((await turnOff(`TU-${line}-1`)).status).toBe(409)
    expect((await turnOff('AT-nobody')).status).toBe(404)
  })
})
