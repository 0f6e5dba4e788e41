import { expect, test } from 'vitest'
import { paymentMethodsOf } from './cards-of.ts'
import { chargesOf, spendingLimitOf } from './charges-of.ts'
import { usageHistoryOf } from './history-of.ts'
import { createPopulation } from './population.ts'

/* What is computed on demand about money: of the seed, the customer and the day, and in keeping with the rest of him. */

const today = new Date('2026-05-01T00:00:00Z')
const { customers, customerById } = createPopulation(1, today)

test('the same seed and day give the same, another seed gives something else', () => {
  const all = (seed: number) =>
    customers.map((customer) => [
      chargesOf(customer, seed, today),
      paymentMethodsOf(customer, seed, today),
      customer.lines.map((line) => usageHistoryOf(line, seed, today)),
    ])
  expect(all(1)).toEqual(all(1))
  expect(all(2)).not.toEqual(all(1))
})

test('charges are of billed lines, since the last bill and not of the future; who pays in advance has none', () => {
  for (const customer of customers) {
    const since = customer.account?.bills[0]?.issuedOn ?? customer.account?.openedOn ?? today
    const charges = chargesOf(customer, 1, today)
    if (!customer.account) expect(charges).toEqual([])
    for (const { at, lineId, amountCents } of charges) {
      expect(at >= since && at <= new Date('2026-05-01T23:59:59Z')).toBe(true)
      expect(customer.lines.find(({ id }) => id === lineId)?.payment).not.toBe('prepaid')
      expect(amountCents).toBeGreaterThan(0)
    }
    expect(new Set(charges.map(({ id }) => id)).size).toBe(charges.length)
  }
})

test('a business with bills has a limit beyond its monthly fees, a consumer has none', () => {
  for (const customer of customers) {
    const limit = spendingLimitOf(customer)
    if (customer.segment === 'consumer' || !customer.account) expect(limit).toBeUndefined()
    else expect(limit).toBeGreaterThan(customer.lines.reduce((sum, { monthlyCents }) => sum + monthlyCents, 0))
  }
})

test('whoever is billed has something that works to pay with, one of them preferred', () => {
  for (const customer of customers) {
    const methods = paymentMethodsOf(customer, 1, today)
    if (customer.account) expect(methods.filter(({ status }) => status === 'active')).not.toEqual([])
    if (methods.length > 0) expect(methods.filter(({ isPreferred }) => isPreferred)).toHaveLength(1)
    // A name may show four digits of a card, never more.
    for (const { name } of methods) expect(name).not.toMatch(/\d{5}/)
  }
  expect(paymentMethodsOf(customerById.get('C-0008')!, 1, today).map(({ status }) => status)).toEqual(['expired', 'active'])
})

test('the history has whole months, at most a year of them, and none before the line was there', () => {
  for (const { lines } of customers) {
    for (const line of lines) {
      const months = usageHistoryOf(line, 1, today).map(({ month }) => month.toISOString().slice(0, 7))
      expect(months.length).toBeLessThanOrEqual(12)
      expect(months).toEqual([...new Set(months)].toSorted().toReversed())
      expect(months.every((month) => month < '2026-05' && month >= line.activatedOn.toISOString().slice(0, 7))).toBe(true)
    }
  }
})
