import type { World } from '../state/world.ts'
import { bucketOwner, bucketRef, creditOf, logicalResource, partyAccountRef, type CreditLine } from './buckets.ts'
import { paths } from './paths.ts'
import type { Resource } from './resource.ts'
import { customerParty, customersAskedFor, euros, href, lineRef } from './values.ts'

/** TMF654 accumulatedBalance: the credit of every prepaid and hybrid line of a customer in one answer. */
export function accumulatedBalances(world: World): Resource<CreditLine> {
  return {
    path: paths.accumulatedBalance,
    bss: 'overview',
    attributes: [
      'id', 'href', 'description', 'name', 'bucket', 'logicalResource', 'partyAccount', 'product', 'relatedParty', 'totalBalance',
      '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    required: ['bucket', 'name', 'totalBalance'],
    list: (query) =>
      customersAskedFor(world, query, 'relatedParty.id', 'product.id').flatMap((customer) =>
        customer.lines.filter((line) => line.creditCents !== undefined).map((line) => ({ customer, line })),
      ),
    get: (id) => (id.startsWith(prefix) ? bucketOwner(world, `B-${id.slice(prefix.length)}`) : undefined),
    represent: ({ customer, line }) => {
      const id = `${prefix}${line.id}`
      return {
        id,
        href: href(world, 'accumulatedBalance', id),
        name: 'Credito',
        description: `Credito della linea ${line.msisdn}`,
        bucket: [bucketRef(world, `B-${line.id}`)],
        logicalResource: logicalResource(line)[0],
        partyAccount: partyAccountRef(customer),
        product: [lineRef(world, line)],
        relatedParty: [customerParty(world, customer)],
        totalBalance: { amount: euros(creditOf(world, line)), units: 'EUR' },
        '@type': 'AccumulatedBalance',
      }
    },
  }
}

const prefix = 'AB-'
