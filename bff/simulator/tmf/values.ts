import type { SimCustomer, SimLine } from '../population/types.ts'
import type { World } from '../state/world.ts'
import { type PathName, paths } from './paths.ts'

/** TM Forum's amounts are floats in whole units: this is the one place where cents become one. */
export function euros(cents: number): number {
  return cents / 100
}

export function money(cents: number): { unit: string; value: number } {
  return { unit: 'EUR', value: euros(cents) }
}

/** A price with VAT, and what it is before. */
export function price(cents: number) {
  return { taxRate: vatPercent, taxIncludedAmount: money(cents), dutyFreeAmount: money(netOf(cents)) }
}

export const vatPercent = 22

export function netOf(cents: number): number {
  return Math.round((cents * 100) / (100 + vatPercent))
}

export function href(world: World, path: PathName, id: string): string {
  return `${world.origin}${paths[path]}/${encodeURIComponent(id)}`
}

/** The customer as a party related to something. */
export function customerParty(world: World, customer: SimCustomer) {
  return {
    id: customer.id,
    href: href(world, 'customer', customer.id),
    name: customer.displayName,
    role: 'customer',
    '@referredType': 'Customer',
  }
}

export function accountRef(world: World, customer: SimCustomer) {
  return customer.account
    ? {
        id: customer.account.id,
        href: href(world, 'billingAccount', customer.account.id),
        name: accountName(customer),
        '@referredType': 'BillingAccount',
      }
    : undefined
}

export function accountName(customer: SimCustomer): string {
  return `Conto di ${customer.displayName}`
}

export function characteristic(name: string, value: string) {
  return { name, valueType: 'string', value }
}

export function lineRef(world: World, line: SimLine) {
  return { id: line.id, href: href(world, 'product', line.id), name: line.planName, '@referredType': 'Product' }
}

/** The same object without what is undefined: in JSON an absent attribute is absent. */
export function present<T extends Record<string, unknown>>(value: T): T {
  const isWhole = Object.values(value).every((inner) => inner !== undefined)
  return isWhole ? value : (Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T)
}

/**
 * The customers a query can be about: those it names, else all. Only a shortcut, as every filter is applied afterwards anyway.
 * `byCustomer` and `byLine` are the paths of the filters that name a customer and a line.
 */
export function customersAskedFor(world: World, query: URLSearchParams, byCustomer: string, byLine?: string): readonly SimCustomer[] {
  const population = world.population()
  const customerIds = query.getAll(byCustomer)
  if (customerIds.length === 1 && !customerIds[0]?.includes(',')) return [population.customerById.get(customerIds[0] ?? '') ?? []].flat()
  const lineIds = byLine ? query.getAll(byLine) : []
  if (lineIds.length === 1 && !lineIds[0]?.includes(',')) return [population.customerByLineId.get(lineIds[0] ?? '') ?? []].flat()
  return population.customers
}
