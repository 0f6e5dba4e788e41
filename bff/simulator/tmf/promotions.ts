import { plusDays, startOfDay } from '../population/dates.ts'
import { pointsOf, rewardsAt, type SimReward } from '../population/rewards-of.ts'
import type { World } from '../state/world.ts'
import { paths } from './paths.ts'
import type { Resource } from './resource.ts'
import { href } from './values.ts'

/** TMF671 promotion: what members of the programme get for points. */
export function promotions(world: World): Resource<SimReward> {
  return {
    path: paths.promotion,
    bss: 'rewards',
    attributes: [
      'id', 'href', 'description', 'lastUpdate', 'lifecycleStatus', 'name', 'promotionType', 'attachment', 'pattern', 'validFor',
      '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    parameters: [member],
    list: (query) => (query.has(member) && !hasMember(world, query.getAll(member)) ? [] : rewardsAt(world.now())),
    get: (id) => rewardsAt(world.now()).find((reward) => reward.id === id),
    represent: (reward) => toPromotion(world, reward),
  }
}

/** Rewards are for members. The contract has no attribute for it, so it is no filter. */
const member = 'relatedParty.id'

function hasMember(world: World, customerIds: readonly string[]): boolean {
  return customerIds.some((id) => {
    const customer = world.population().customerById.get(id)
    return customer && pointsOf(customer, world.now())
  })
}

function toPromotion(world: World, { id, name, description, points, endsOn }: SimReward) {
  const since = plusDays(startOfDay(world.now()), -30).toISOString()
  return {
    id,
    href: href(world, 'promotion', id),
    name,
    description,
    lifecycleStatus: 'released',
    promotionType: 'award',
    lastUpdate: since,
    validFor: { startDateTime: since, endDateTime: endsOn.toISOString() },
    pattern: [
      {
        id: `${id}-PATTERN`,
        name: 'Punti in cambio',
        criteriaGroup: [
          {
            id: `${id}-COST`,
            groupName: 'Costo',
            criteria: [{ id: `${id}-POINTS`, criteriaParameter: 'points', criteriaOperator: '>=', criteriaValue: String(points) }],
          },
        ],
        action: [{ id: `${id}-ACTION`, actionType: 'coupon', actionValue: '1' }],
        '@type': 'PromotionPattern',
      },
    ],
    '@type': 'Promotion',
  }
}
