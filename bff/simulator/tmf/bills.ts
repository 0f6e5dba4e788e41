import type { SimBill, SimCustomer } from '../population/types.ts'
import type { World } from '../state/world.ts'
import { paths } from './paths.ts'
import type { Resource } from './resource.ts'
import { accountRef, customerParty, customersAskedFor, href, money, netOf, present, vatPercent } from './values.ts'

/** TMF678 customerBill, newest first. */
export function bills(world: World): Resource<{ customer: SimCustomer; bill: SimBill }> {
  return {
    path: paths.bill,
    bss: 'bills',
    attributes: [
      'id', 'href', 'billDate', 'billNo', 'category', 'lastUpdate', 'nextBillDate', 'paymentDueDate', 'runType', 'amountDue', 'appliedPayment',
      'billDocument', 'billingAccount', 'billingPeriod', 'financialAccount', 'paymentMethod', 'relatedParty', 'remainingAmount', 'state',
      'taxExcludedAmount', 'taxIncludedAmount', 'taxItem', '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    list: (query) =>
      customersAskedFor(world, query, 'relatedParty.id').flatMap((customer) =>
        billsOf(world, customer).map((bill) => ({ customer, bill })),
      ),
    get(id) {
      // The customer's number stands in the bill's id.
      const customer = world.population().customerById.get(`C-${id.split('-')[1]}`)
      const bill = customer && billsOf(world, customer).find((candidate) => candidate.id === id)
      return customer && bill && { customer, bill }
    },
    represent: ({ customer, bill }) => toBill(world, customer, bill),
  }
}

/** With what has been paid since. */
export function billsOf(world: World, { account }: SimCustomer): readonly SimBill[] {
  return account ? world.payments.settled(account).bills : []
}

function toBill(world: World, customer: SimCustomer, bill: SimBill) {
  const paidCents = bill.amountCents - bill.remainingCents
  const netCents = netOf(bill.amountCents)
  return present({
    id: bill.id,
    href: href(world, 'bill', bill.id),
    billNo: bill.number,
    billDate: bill.issuedOn.toISOString(),
    paymentDueDate: bill.dueOn.toISOString(),
    lastUpdate: (bill.paidOn ?? bill.issuedOn).toISOString(),
    category: 'normal',
    runType: 'onCycle',
    billingPeriod: { startDateTime: bill.periodStart.toISOString(), endDateTime: bill.issuedOn.toISOString() },
    billingAccount: accountRef(world, customer),
    relatedParty: [customerParty(world, customer)],
    amountDue: money(bill.amountCents),
    remainingAmount: money(bill.remainingCents),
    taxIncludedAmount: money(bill.amountCents),
    taxExcludedAmount: money(netCents),
    taxItem: [{ taxCategory: 'IVA', taxRate: vatPercent, taxAmount: money(bill.amountCents - netCents) }],
    appliedPayment: paidCents > 0 ? [{ appliedAmount: money(paidCents) }] : undefined,
    state: bill.remainingCents === 0 ? 'settled' : paidCents > 0 ? 'partiallyPaid' : 'sent',
    '@type': 'CustomerBill',
  })
}
