import { chargesOf, type SimCharge } from '../population/charges-of.ts'
import { startOfDay } from '../population/dates.ts'
import type { SimCustomer } from '../population/types.ts'
import type { World } from '../state/world.ts'
import { paths } from './paths.ts'
import type { Resource } from './resource.ts'
import { accountRef, href, lineRef, money, netOf, present, vatPercent } from './values.ts'

type Charge = { customer: SimCustomer; charge: SimCharge }

/** TMF678 appliedCustomerBillingRate: what is not on a bill yet. They are asked for by the account: the contract knows no party here. */
export function charges(world: World): Resource<Charge> {
  const ofCustomer = (customer: SimCustomer) =>
    chargesOf(customer, world.seed, startOfDay(world.now())).map((charge) => ({ customer, charge }))
  return {
    path: paths.charge,
    bss: 'charges',
    attributes: [
      'id', 'href', 'date', 'description', 'isBilled', 'name', 'type', 'appliedTax', 'bill', 'billingAccount', 'characteristic',
      'periodCoverage', 'product', 'taxExcludedAmount', 'taxIncludedAmount', '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    list(query) {
      const { customers, customerById } = world.population()
      const asked = query.get('billingAccount.id')?.replace(/^A-/, 'C-')
      return (asked === undefined ? customers : [customerById.get(asked) ?? []].flat()).flatMap(ofCustomer)
    },
    get(id) {
      const customer = world.population().customerById.get(`C-${id.split('-')[1]}`)
      return customer && ofCustomer(customer).find(({ charge }) => charge.id === id)
    },
    represent: (one) => toCharge(world, one),
  }
}

function toCharge(world: World, { customer, charge }: Charge) {
  const line = customer.lines.find(({ id }) => id === charge.lineId)
  const netCents = netOf(charge.amountCents)
  return present({
    id: charge.id,
    href: href(world, 'charge', charge.id),
    name: charge.name,
    type: charge.type,
    date: charge.at.toISOString(),
    isBilled: false,
    billingAccount: accountRef(world, customer),
    product: line && lineRef(world, line),
    taxIncludedAmount: money(charge.amountCents),
    taxExcludedAmount: money(netCents),
    appliedTax: [{ taxCategory: 'IVA', taxRate: vatPercent, taxAmount: money(charge.amountCents - netCents) }],
    '@type': 'AppliedCustomerBillingRate',
  })
}
