import type { MethodName } from '@mosaic/schemas/bss'
import type { SimRequest } from '../http/types.ts'
import { startOfDay } from '../population/dates.ts'
import { contractOf, type ProductCategory, type SimContract } from '../population/products-of.ts'
import { replacementCents } from '../population/sims-of.ts'
import type { LineStatus, SimCustomer, SimLine } from '../population/types.ts'
import { productsNow, type ProductNow } from '../state/products-now.ts'
import { simNow, type SimNow } from '../state/sims-now.ts'
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

/** TMF637 product: the lines of a customer, and what relies on them: options, services, devices. */
export function products(world: World): Resource<Product> {
  return {
    path: paths.product,
    bss: methodAskedFor,
    attributes: [
      'id', 'href', 'description', 'isBundle', 'isCustomerVisible', 'name', 'orderDate', 'productSerialNumber', 'startDate', 'terminationDate',
      'agreement', 'billingAccount', 'place', 'product', 'productCharacteristic', 'productOffering', 'productOrderItem', 'productPrice',
      'productRelationship', 'productSpecification', 'productTerm', 'realizingResource', 'realizingService', 'relatedParty', 'status',
      '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    list: (query) =>
      ownersAskedFor(world, query).flatMap((customer) =>
        customer.lines.flatMap((line) => (isAskedFor(query, line) ? productsOf(world, customer, line) : [])),
      ),
    get(id) {
      const lineId = /^L-\d+-\d+/.exec(id)?.[0] ?? ''
      const customer = world.population().customerByLineId.get(lineId)
      const line = customer?.lines.find((candidate) => candidate.id === lineId)
      return customer && line && productsOf(world, customer, line).find(({ product }) => (product ?? line).id === id)
    },
    represent: ({ customer, line, product }) => (product ? toProduct(world, customer, line, product) : toLine(world, customer, line)),
  }
}

/** A line or, with `product`, something that relies on it. */
type Product = { customer: SimCustomer; line: SimLine; product?: ProductNow }

const ofLine = 'productRelationship.product.id'

/** One collection for four questions: the lines of a customer, what one of them has, one of them closely, and its SIM. */
function methodAskedFor({ params, url }: SimRequest): MethodName {
  if (params.id !== undefined) return url.searchParams.get('fields')?.includes('realizingResource') ? 'sim' : 'plan'
  return url.searchParams.has(ofLine) ? 'products' : 'lines'
}

/** Only a shortcut too: whoever asks by a number means one customer. */
function ownersAskedFor(world: World, query: URLSearchParams): readonly SimCustomer[] {
  const values = query.getAll('productCharacteristic.value')
  if (values.length === 1 && query.get('productCharacteristic.name') === 'msisdn')
    return [world.population().customerByNumber.get(values[0] ?? '') ?? []].flat()
  return customersAskedFor(world, query, 'relatedParty.id', ofLine)
}

/** Only a shortcut: of a fleet of many lines, those that are not asked about need not be put together. */
function isAskedFor(query: URLSearchParams, line: SimLine): boolean {
  const asked = query.getAll(ofLine)
  return asked.length !== 1 || asked[0] === line.id || asked[0]?.includes(',') === true
}

function productsOf(world: World, customer: SimCustomer, line: SimLine): Product[] {
  return [{ customer, line }, ...productsNow(world, customer, line).map((product) => ({ customer, line, product }))]
}

function toLine(world: World, customer: SimCustomer, line: SimLine) {
  const contract = contractOf(world.seed, customer, line, startOfDay(world.now()))
  const sim = simNow(world, customer, line)
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
    productSerialNumber: sim.iccid,
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
      ...allowances(line),
      ...simTraits(sim),
    ],
    productPrice: [
      ...(line.monthlyCents > 0 ? [monthly('Canone mensile', line.monthlyCents), ...penaltyOf(contract)] : []),
      { name: 'Sostituzione della SIM', priceType: 'simReplacement', price: price(replacementCents.sim) },
      { name: 'Sostituzione con una eSIM', priceType: 'esimReplacement', price: price(replacementCents.esim) },
    ],
    productTerm: contract && [contractTerm(contract)],
    realizingResource: [{ id: sim.iccid, name: 'SIM', value: sim.iccid, '@referredType': 'LogicalResource' }],
    '@type': 'Product',
  })
}

function simTraits({ form, state, device }: SimNow) {
  return [
    characteristic('simForm', form),
    characteristic('simStatus', state),
    ...(device === undefined ? [] : [characteristic('deviceModel', device)]),
  ]
}

function toProduct(world: World, customer: SimCustomer, line: SimLine, product: ProductNow) {
  const { category, offeringId, instalments, renewsOn, endsOn, provider } = product
  return present({
    id: product.id,
    href: href(world, 'product', product.id),
    name: product.name,
    isBundle: false,
    isCustomerVisible: true,
    status: productStates[product.state],
    orderDate: product.startedOn.toISOString(),
    startDate: product.startedOn.toISOString(),
    terminationDate: product.endedOn?.toISOString(),
    relatedParty: [customerParty(world, customer)],
    billingAccount: line.payment === 'prepaid' ? undefined : accountRef(world, customer),
    productOffering: offeringId
      ? { id: offeringId, href: href(world, 'offering', offeringId), name: product.name, '@referredType': 'ProductOffering' }
      : undefined,
    productCharacteristic: [
      characteristic('productKind', category),
      ...(provider ? [characteristic('provider', provider)] : []),
      ...(renewsOn ? [characteristic('renewalDate', renewsOn.toISOString())] : []),
      ...(endsOn ? [characteristic('expiryDate', endsOn.toISOString())] : []),
      ...(instalments
        ? [characteristic('instalmentsPaid', String(instalments.paid)), characteristic('instalments', String(instalments.of))]
        : []),
    ],
    productRelationship: [{ relationshipType: relations[category], product: lineRef(world, line) }],
    productPrice: [
      product.isRecurring
        ? monthly(product.name, product.cents)
        : { name: product.name, priceType: 'oneTime', price: price(product.cents) },
    ],
    '@type': 'Product',
  })
}

const productStates: Record<ProductNow['state'], string> = {
  active: 'active',
  turningOn: 'pendingActive',
  turningOff: 'pendingTerminate',
  off: 'terminated',
}

/** What is an option of the line relies on it; the rest only comes with it, or on its bill. */
const relations: Record<ProductCategory, string> = {
  option: 'reliesOn',
  service: 'reliesOn',
  thirdParty: 'billedOn',
  device: 'soldWith',
}

const allowanceNames = { data: 'includedData', voice: 'includedVoice', sms: 'includedSms' } as const

/** What is in a plan, as characteristics: an amount, or that there is no end of it. */
function allowances(line: SimLine) {
  return line.counters
    .filter(({ id }) => id.startsWith(`U-${line.id}-`) && !line.options.some((option) => id.startsWith(`U-${option.id}-`)))
    .map(({ type, total }) => characteristic(allowanceNames[type], total === undefined ? 'unlimited' : String(total)))
}

function penaltyOf(contract: SimContract | undefined) {
  return contract ? [{ name: 'Costo di recesso anticipato', priceType: 'penalty', price: price(contract.penaltyCents) }] : []
}

function contractTerm({ startsOn, endsOn, months }: SimContract) {
  return {
    name: `Vincolo di ${months} mesi`,
    duration: { amount: months, units: 'month' },
    validFor: { startDateTime: startsOn.toISOString(), endDateTime: endsOn.toISOString() },
  }
}

function monthly(name: string, cents: number) {
  return { name, priceType: 'recurring', recurringChargePeriod: 'month', price: price(cents) }
}
