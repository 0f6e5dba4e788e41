import type { LineStatus, SimCustomer, SimLine, SimOption } from '../population/types.ts'
import type { World } from '../state/world.ts'
import { paths } from './paths.ts'
import type { Resource } from './resource.ts'
import { accountRef, characteristic, customerParty, customersAskedFor, href, lineRef, present, price } from './values.ts'

const statuses: Record<LineStatus, string> = {
  active: 'active',
  suspended: 'suspended',
  pending: 'pendingActive',
  terminated: 'terminated',
}

/** TMF637 product: the lines of a customer, and the options that rely on them. */
export function products(world: World): Resource<Product> {
  return {
    path: paths.product,
    bss: 'lines',
    attributes: [
      'id', 'href', 'description', 'isBundle', 'isCustomerVisible', 'name', 'orderDate', 'productSerialNumber', 'startDate', 'terminationDate',
      'agreement', 'billingAccount', 'place', 'product', 'productCharacteristic', 'productOffering', 'productOrderItem', 'productPrice',
      'productRelationship', 'productSpecification', 'productTerm', 'realizingResource', 'realizingService', 'relatedParty', 'status',
      '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    list: (query) => customersAskedFor(world, query, 'relatedParty.id').flatMap(productsOf),
    get(id) {
      const lineId = id.replace(/-O\d+$/, '')
      const customer = world.population().customerByLineId.get(lineId)
      return customer && productsOf(customer).find(({ line, option }) => (option ?? line).id === id)
    },
    represent: ({ customer, line, option }) => (option ? toOption(world, customer, line, option) : toLine(world, customer, line)),
  }
}

/** A line or, with `option`, an option of it. */
type Product = { customer: SimCustomer; line: SimLine; option?: SimOption }

function productsOf(customer: SimCustomer): Product[] {
  return customer.lines.flatMap((line) => [{ customer, line }, ...line.options.map((option) => ({ customer, line, option }))])
}

function toLine(world: World, customer: SimCustomer, line: SimLine) {
  return present({
    id: line.id,
    href: href(world, 'product', line.id),
    name: line.planName,
    description: `Linea ${line.msisdn}`,
    isBundle: false,
    isCustomerVisible: true,
    status: statuses[line.status],
    orderDate: line.activatedOn.toISOString(),
    startDate: line.activatedOn.toISOString(),
    productSerialNumber: line.iccid,
    relatedParty: [customerParty(world, customer)],
    billingAccount: line.payment === 'prepaid' ? undefined : accountRef(world, customer),
    productOffering: { id: line.planId, name: line.planName, '@referredType': 'ProductOffering' },
    productCharacteristic: [
      characteristic('msisdn', line.msisdn),
      characteristic('lineKind', line.kind),
      characteristic('deviceType', line.device),
      characteristic('paymentType', line.payment),
      characteristic('planType', line.planType),
      ...(line.renewsOn ? [characteristic('renewalDate', line.renewsOn.toISOString())] : []),
    ],
    productPrice: line.monthlyCents > 0 ? [monthly('Canone mensile', line.monthlyCents)] : undefined,
    realizingResource: [{ id: line.iccid, name: 'SIM', value: line.iccid, '@referredType': 'LogicalResource' }],
    '@type': 'Product',
  })
}

function toOption(world: World, customer: SimCustomer, line: SimLine, option: SimOption) {
  return present({
    id: option.id,
    href: href(world, 'product', option.id),
    name: option.name,
    isBundle: false,
    isCustomerVisible: true,
    status: 'active',
    orderDate: option.activatedOn.toISOString(),
    startDate: option.activatedOn.toISOString(),
    relatedParty: [customerParty(world, customer)],
    billingAccount: line.payment === 'prepaid' ? undefined : accountRef(world, customer),
    productOffering: {
      id: option.offeringId,
      href: href(world, 'offering', option.offeringId),
      name: option.name,
      '@referredType': 'ProductOffering',
    },
    productRelationship: [{ relationshipType: 'reliesOn', product: lineRef(world, line) }],
    productPrice: [monthly(option.name, option.monthlyCents)],
    '@type': 'Product',
  })
}

function monthly(name: string, cents: number) {
  return { name, priceType: 'recurring', recurringChargePeriod: 'month', price: price(cents) }
}
