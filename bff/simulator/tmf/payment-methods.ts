import { paymentMethodsOf, type SimPaymentMethod } from '../population/cards-of.ts'
import { startOfDay } from '../population/dates.ts'
import type { SimCustomer } from '../population/types.ts'
import type { World } from '../state/world.ts'
import { paths } from './paths.ts'
import type { Resource } from './resource.ts'
import { accountName, customerParty, customersAskedFor, href, present } from './values.ts'

type Method = { customer: SimCustomer; method: SimPaymentMethod }

/** TMF670 paymentMethod: what customers can pay with, without a number of anything. */
export function paymentMethods(world: World): Resource<Method> {
  return {
    path: paths.paymentMethod,
    bss: 'paymentMethods',
    attributes: [
      'id', 'href', 'name', 'description', 'isPreferred', 'authorizationCode', 'status', 'statusDate', 'statusReason', 'validFor',
      'relatedParty', 'relatedPlace', 'account', '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    required: ['name', '@type'],
    list: (query) => customersAskedFor(world, query, 'relatedParty.id').flatMap((customer) => methodsOf(world, customer)),
    get(id) {
      const number = /^PM-(?:A-)?(\d+)/.exec(id)?.[1] ?? ''
      const customer = world.population().customerById.get(`C-${number}`)
      return customer && methodsOf(world, customer).find(({ method }) => method.id === id)
    },
    represent: (method) => toMethod(world, method),
  }
}

export function methodsOf(world: World, customer: SimCustomer): Method[] {
  return paymentMethodsOf(customer, world.seed, startOfDay(world.now())).map((method) => ({ customer, method }))
}

function toMethod(world: World, { customer, method }: Method) {
  return present({
    id: method.id,
    href: href(world, 'paymentMethod', method.id),
    name: method.name,
    isPreferred: method.isPreferred,
    status: method.status,
    validFor: present({ startDateTime: method.startsOn.toISOString(), endDateTime: method.expiresOn?.toISOString() }),
    relatedParty: customerParty(world, customer),
    account: customer.account && [{ id: customer.account.id, name: accountName(customer), '@referredType': 'BillingAccount' }],
    '@type': method.type,
  })
}
