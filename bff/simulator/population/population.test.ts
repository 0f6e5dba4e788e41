import { describe, expect, test } from 'vitest'
import { clusterOf } from '../testing/cluster.ts'
import { demoClusters, personas } from '../personas.ts'
import { allCombinations, newForDays, type Combination } from './combinations.ts'
import { dayMs, minusMonths, startOfDay } from './dates.ts'
import { createPopulation, createPopulationClock, maxCustomers } from './population.ts'
import type { SimCustomer } from './types.ts'

const now = new Date('2026-03-31T15:42:00Z')
const population = createPopulation(1, now)

const key = (combination: Combination) => Object.values(combination).join('|')

/** The combination that a customer turned out to be, read from the data and not from what it was made of. */
function combinationOf(customer: SimCustomer): Combination {
  const line = customer.lines[0]
  if (!line) throw new Error(`${customer.id} has no line`)
  return {
    segment: customer.segment,
    payment: line.payment,
    kind: line.kind,
    device: line.device,
    planType: line.planType,
    isNew: now.getTime() - line.activatedOn.getTime() <= newForDays * dayMs,
    isInDebt: (customer.account?.overdueCents ?? 0) > 0,
    isSuspended: line.status === 'suspended',
    isMultiLine: customer.lines.length > 1,
  }
}

describe('the population', () => {
  test('has a customer for every combination that can exist', () => {
    const there = new Set(population.customers.map((customer) => key(combinationOf(customer))))
    const missing = allCombinations().filter((combination) => !there.has(key(combination)))
    expect(missing).toEqual([])
    expect(allCombinations().length).toBe(3 * 2 * 6 * 2 * 2 * 2 * 2 * 2 - 2 * 6 * 2 * 2 * 2)
    expect(population.customers.length).toBeGreaterThanOrEqual(200)
  })

  test('is the same for the same seed and day, and another for another seed', () => {
    const text = (seed: number, at: string) => JSON.stringify(createPopulation(seed, new Date(at)).customers)
    expect(text(1, '2026-03-31T00:00:01Z') === JSON.stringify(population.customers)).toBe(true)
    expect(text(2, '2026-03-31T00:00:01Z') === JSON.stringify(population.customers)).toBe(false)
  })

  test('keeps ages, debts and credit whenever it is made, month ends and leap days included', () => {
    const picture = (at: Date) =>
      createPopulation(1, at).customers.map((customer) => ({
        id: customer.id,
        ages: customer.lines.map((line) => startOfDay(at).getTime() - startOfDay(line.activatedOn).getTime()),
        credit: customer.lines.map((line) => line.creditCents),
        isInDebt: (customer.account?.overdueCents ?? 0) > 0,
      }))
    const expected = picture(now)
    for (const day of ['2026-01-01', '2026-02-28', '2028-02-29', '2026-10-25', '2027-12-31'])
      expect(picture(new Date(`${day}T23:59:00Z`))).toEqual(expected)
  })

  test('gives every id and number once', () => {
    const lines = population.customers.flatMap((customer) => customer.lines)
    const bills = population.customers.flatMap((customer) => customer.account?.bills ?? [])
    for (const values of [
      population.customers.map(({ id }) => id),
      population.customers.map(({ partyId }) => partyId),
      lines.map(({ id }) => id),
      lines.map(({ msisdn }) => msisdn),
      lines.map(({ iccid }) => iccid),
      lines.flatMap((line) => line.counters.map(({ id }) => id)),
      bills.map(({ id }) => id),
      bills.map(({ number }) => number),
    ]) {
      expect(new Set(values).size).toBe(values.length)
    }
    for (const line of lines) expect(line.msisdn).toMatch(/^\+39399\d{7}$/)
  })

  test('owes what its open bills say, newest bill first, and has credit exactly where it is prepaid or hybrid', () => {
    for (const { account, lines } of population.customers) {
      expect(account !== undefined).toBe(lines.some((line) => line.payment !== 'prepaid'))
      for (const line of lines) expect(line.creditCents !== undefined).toBe(line.payment !== 'postpaid')
      if (!account) continue
      const open = account.bills.reduce((sum, bill) => sum + bill.remainingCents, 0)
      expect(account.dueCents).toBe(open)
      expect(account.overdueCents).toBeLessThanOrEqual(open)
      expect(account.bills.map((bill) => bill.issuedOn.getTime())).toEqual(
        account.bills.map((bill) => bill.issuedOn.getTime()).toSorted((a, b) => b - a),
      )
      for (const bill of account.bills) {
        expect(bill.issuedOn.getTime()).toBeGreaterThanOrEqual(account.openedOn.getTime())
        expect(Number.isInteger(bill.amountCents) && Number.isInteger(bill.remainingCents)).toBe(true)
      }
    }
  })

  test('can be large: the others are found by their ids, are the same whenever they are asked for, and share no number', () => {
    const [large, again] = [createPopulation(1, now, 6_000), createPopulation(1, now, 6_000)]
    expect(large.size).toBe(6_000)
    expect(JSON.stringify(large.customers) === JSON.stringify(population.customers)).toBe(true)
    const numbers = Array.from({ length: 6_000 }, (_, index) => String(index + 1).padStart(4, '0'))
    const all = numbers.map((number) => large.customerById.get(`C-${number}`))
    expect(all.every((customer, index) => customer?.id === `C-${numbers[index]}`)).toBe(true)
    const lines = all.flatMap((customer) => customer?.lines ?? [])
    for (const values of [lines.map(({ id }) => id), lines.map(({ msisdn }) => msisdn), lines.map(({ iccid }) => iccid)]) {
      expect(new Set(values).size).toBe(values.length)
    }
    // Asked for in another order, when the first have long been forgotten.
    for (const number of ['5999', '0700', '2345', '0001']) {
      const customer = large.customerById.get(`C-${number}`)
      expect(again.customerByPartyId.get(`P-${number}`)).toEqual(customer)
      expect(again.customerByLineId.get(customer?.lines.at(-1)?.id ?? '')).toEqual(customer)
      expect(again.customerByNumber.get(customer?.lines.at(-1)?.msisdn ?? '')).toEqual(customer)
    }
    expect(lines.every(({ id, msisdn }) => large.customerByNumber.get(msisdn)?.lines.some((line) => line.id === id))).toBe(true)
    for (const number of ['+393990000000', '393990000000', '+39399', '', large.customers[0]?.lines[0]?.msisdn.slice(1) ?? ''])
      expect(large.customerByNumber.get(number)).toBeUndefined()
    for (const id of ['C-6001', 'C-0000', 'C-00700', 'C-700', 'P-0700', 'C--1', 'C-', 'C-1e3', 'C-0700-1', '', 'C-٧٠٠٠'])
      expect(large.customerById.get(id)).toBeUndefined()
    expect(large.customerByLineId.get('L-0700-99')).toBeUndefined()

    const largest = createPopulation(1, now, maxCustomers)
    const last = largest.customerById.get(`C-${maxCustomers}`)
    expect(largest.customerByNumber.get(last?.lines[0]?.msisdn ?? '')).toEqual(last)
  })

  test('follows the clock from one day to the next', () => {
    let at = new Date('2026-05-10T12:00:00Z')
    const clock = createPopulationClock(1, () => at)
    const before = clock()
    at = new Date('2026-05-10T23:59:59Z')
    expect(clock()).toBe(before)
    at = new Date('2026-05-11T00:00:00Z')
    const first = (which: typeof before) => which.customers[0]?.lines[0]?.activatedOn.getTime() ?? 0
    expect(first(clock()) - first(before)).toBe(dayMs)
  })
})

describe('the personas', () => {
  const days = [now, new Date('2026-02-28T23:30:00Z'), new Date('2026-12-31T00:00:00Z')].map((at) => ({
    at,
    customerById: createPopulation(1, at).customerById,
  }))

  test('include one for every demo cluster', () => {
    expect(personas.length).toBeGreaterThanOrEqual(16)
    expect(new Set(personas.map(({ cluster }) => cluster))).toEqual(new Set(demoClusters))
  })

  test.each(personas)('$customerId $name falls in $cluster', ({ customerId, cluster, name, description }) => {
    for (const { at, customerById } of days) {
      const customer = customerById.get(customerId)
      expect(customer?.displayName).toBe(name)
      expect(customer && clusterOf(customer, at)).toBe(cluster)
    }
    expect(description.it).not.toBe(description.en)
  })
})

test('a month before the last of a longer month is its last day', () => {
  expect(minusMonths(new Date('2026-03-31T00:00:00Z'), 1).toISOString()).toBe('2026-02-28T00:00:00.000Z')
  expect(minusMonths(new Date('2026-01-15T00:00:00Z'), 2).toISOString()).toBe('2025-11-15T00:00:00.000Z')
})
