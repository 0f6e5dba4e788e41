import type { MethodName } from '@mosaic/schemas/bss'
import type { SimRequest } from '../http/types.ts'
import { spendingLimitOf } from '../population/charges-of.ts'
import type { SimAccount, SimCustomer } from '../population/types.ts'
import type { World } from '../state/world.ts'
import { paths } from './paths.ts'
import type { Resource } from './resource.ts'
import { accountName, customerParty, customersAskedFor, href, money, present } from './values.ts'

/** TMF666 billingAccount: what a customer who gets bills owes. */
export function accounts(world: World): Resource<{ customer: SimCustomer; account: SimAccount }> {
  return {
    path: paths.billingAccount,
    bss: askedFor,
    attributes: [
      'id', 'href', 'accountType', 'description', 'lastModified', 'name', 'paymentStatus', 'state', 'accountBalance', 'accountRelationship',
      'billStructure', 'contact', 'creditLimit', 'defaultPaymentMethod', 'financialAccount', 'paymentPlan', 'relatedParty', 'taxExemption',
      '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    required: ['name', 'relatedParty'],
    list: (query) =>
      customersAskedFor(world, query, 'relatedParty.id').flatMap((customer) =>
        customer.account ? [{ customer, account: world.payments.settled(customer.account) }] : [],
      ),
    get(id) {
      const customer = world.population().customerById.get(id.replace(/^A-/, 'C-'))
      return customer?.account?.id === id ? { customer, account: world.payments.settled(customer.account) } : undefined
    },
    represent: ({ customer, account }) => toAccount(world, customer, account),
  }
}

/** The same collection answers three methods: what is owed, what may be spent, and which account charges are asked for by. */
function askedFor({ url }: SimRequest): MethodName {
  const fields = url.searchParams.get('fields')
  if (fields === 'id') return 'charges'
  return fields === 'id,creditLimit' ? 'spendingLimit' : 'account'
}

function toAccount(world: World, customer: SimCustomer, account: SimAccount) {
  const validFor = { startDateTime: account.openedOn.toISOString() }
  const limitCents = spendingLimitOf(customer)
  return present({
    id: account.id,
    href: href(world, 'billingAccount', account.id),
    name: accountName(customer),
    accountType: customer.segment,
    state: 'active',
    paymentStatus: account.overdueCents > 0 ? 'inArrears' : account.dueCents > 0 ? 'due' : 'paid',
    lastModified: (account.bills[0]?.issuedOn ?? account.openedOn).toISOString(),
    accountBalance: [
      { balanceType: 'receivableBalance', amount: money(account.dueCents), validFor },
      { balanceType: 'overdueBalance', amount: money(account.overdueCents), validFor },
    ],
    defaultPaymentMethod: account.autopay
      ? { id: `PM-${account.id}`, name: 'Addebito diretto SEPA', '@referredType': 'BankAccountDebit' }
      : undefined,
    creditLimit: limitCents === undefined ? undefined : money(limitCents),
    relatedParty: [customerParty(world, customer)],
    '@type': 'BillingAccount',
  })
}
