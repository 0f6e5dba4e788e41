import type { SimCustomer, SimLine } from '../population/types.ts'
import type { World } from '../state/world.ts'
import type { Resource } from './resource.ts'
import { paths } from './paths.ts'
import { memberOf, pointsOwner, toPointsBucket, type Member } from './points.ts'
import { customerParty, customersAskedFor, euros, href, lineRef } from './values.ts'

/** TMF654 bucket: the credit of every prepaid and hybrid line, and the points of every member of the programme. */
export function buckets(world: World): Resource<CreditLine | Member> {
  return {
    path: paths.bucket,
    bss: ({ url }) => (url.searchParams.get('usageType') === 'other' ? 'rewards' : 'balance'),
    attributes: [
      'id', 'href', 'confirmationDate', 'description', 'isShared', 'name', 'remainingValueName', 'requestedDate', 'logicalResource',
      'partyAccount', 'product', 'relatedParty', 'remainingValue', 'reservedValue', 'status', 'usageType', 'validFor',
      '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    list: (query) =>
      whoseAreAskedFor(world, query).flatMap((customer): (CreditLine | Member)[] => {
        const credit = customer.lines.filter((line) => line.creditCents !== undefined).map((line) => ({ customer, line }))
        return [...credit, memberOf(world, customer) ?? []].flat()
      }),
    get: (id) => bucketOwner(world, id) ?? pointsOwner(world, id),
    represent: (source) => ('points' in source ? toPointsBucket(world, source) : toBucket(world, source.customer, source.line)),
  }
}

/** A line that has credit, and whose it is. */
export type CreditLine = { customer: SimCustomer; line: SimLine }

/** By number too: whoever sends credit knows no more of the receiver. */
function whoseAreAskedFor(world: World, query: URLSearchParams): readonly SimCustomer[] {
  const [number, ...others] = query.getAll('logicalResource.id')
  if (number === undefined || others.length > 0) return customersAskedFor(world, query, 'relatedParty.id', 'product.id')
  return [world.population().customerByNumber.get(number) ?? []].flat()
}

const prefix = 'B-'

/** The line that a bucket holds the credit of. */
export function bucketOwner(world: World, bucketId: string): CreditLine | undefined {
  if (!bucketId.startsWith(prefix)) return undefined
  const lineId = bucketId.slice(prefix.length)
  const customer = world.population().customerByLineId.get(lineId)
  const line = customer?.lines.find((candidate) => candidate.id === lineId)
  return customer && line?.creditCents !== undefined ? { customer, line } : undefined
}

/** The credit of a line as it is now, in cents: what was there at the start, what came, and what went. */
export function creditOf(world: World, line: SimLine): number {
  return (line.creditCents ?? 0) + world.balances.addedTo(line.id) + world.transfers.movedTo(line.id)
}

export function bucketRef(world: World, bucketId: string) {
  return { id: bucketId, href: href(world, 'bucket', bucketId), name: 'Credito', '@referredType': 'Bucket' }
}

export function partyAccountRef(customer: SimCustomer) {
  return { id: customer.partyAccountId, name: 'Credito telefonico', status: 'active', '@referredType': 'PartyAccount' }
}

export function logicalResource(line: SimLine) {
  return [{ id: line.msisdn, name: 'msisdn', '@referredType': 'LogicalResource' }]
}

function toBucket(world: World, customer: SimCustomer, line: SimLine) {
  const id = `${prefix}${line.id}`
  const cents = creditOf(world, line)
  return {
    id,
    href: href(world, 'bucket', id),
    name: 'Credito',
    description: `Credito residuo della linea ${line.msisdn}`,
    isShared: false,
    usageType: 'monetary',
    status: line.status === 'suspended' ? 'suspended' : 'active',
    remainingValue: { amount: euros(cents), units: 'EUR' },
    remainingValueName: `${euros(cents).toFixed(2).replace('.', ',')} EUR`,
    reservedValue: { amount: euros(world.transfers.reservedOf(line.id)), units: 'EUR' },
    validFor: { startDateTime: line.activatedOn.toISOString(), endDateTime: (line.creditExpiresOn ?? world.now()).toISOString() },
    product: [lineRef(world, line)],
    logicalResource: logicalResource(line),
    partyAccount: partyAccountRef(customer),
    relatedParty: [customerParty(world, customer)],
    '@type': 'Bucket',
  }
}
