import { pointsOf } from '../population/rewards-of.ts'
import type { SimCustomer } from '../population/types.ts'
import type { World } from '../state/world.ts'
import { customerParty, href } from './values.ts'

/** A member of the programme: TMF654 keeps the points in a bucket of its own. */
export type Member = { customer: SimCustomer; points: NonNullable<ReturnType<typeof pointsOf>> }

const prefix = 'B-PTS-'

/** The member a bucket of points belongs to. */
export function pointsOwner(world: World, bucketId: string): Member | undefined {
  if (!bucketId.startsWith(prefix)) return undefined
  const customer = world.population().customerById.get(bucketId.slice(prefix.length))
  return customer && memberOf(world, customer)
}

export function memberOf(world: World, customer: SimCustomer): Member | undefined {
  const points = pointsOf(customer, world.now())
  return points && { customer, points }
}

export function toPointsBucket(world: World, { customer, points }: Member) {
  const id = `${prefix}${customer.id}`
  return {
    id,
    href: href(world, 'bucket', id),
    name: points.programme,
    description: 'Punti del programma fedeltà',
    isShared: false,
    usageType: 'other',
    status: 'active',
    remainingValue: { amount: points.points, units: 'points' },
    remainingValueName: `${points.points} punti`,
    validFor: { startDateTime: customer.since.toISOString(), endDateTime: points.expiresOn.toISOString() },
    relatedParty: [customerParty(world, customer)],
    '@type': 'Bucket',
  }
}
