import type { Route } from '../http/types.ts'
import type { World } from '../state/world.ts'
import { accounts } from './accounts.ts'
import { bills } from './bills.ts'
import { buckets } from './buckets.ts'
import { customers } from './customers.ts'
import { offerings } from './offerings.ts'
import { individuals, organizations } from './parties.ts'
import { products } from './products.ts'
import { readRoutes } from './resource.ts'
import { topUpRoutes } from './top-ups.ts'
import { usageRoutes } from './usage.ts'

/** The operator's systems: TM Forum v4, one resource a file. */
export function tmfRoutes(world: World): Route[] {
  return [
    ...readRoutes(customers(world)),
    ...readRoutes(individuals(world)),
    ...readRoutes(organizations(world)),
    ...readRoutes(products(world)),
    ...readRoutes(accounts(world)),
    ...readRoutes(bills(world)),
    ...readRoutes(buckets(world)),
    ...topUpRoutes(world),
    ...usageRoutes(world),
    ...readRoutes(offerings(world)),
  ]
}
