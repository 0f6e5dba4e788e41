import type { Route } from '../http/types.ts'
import type { World } from '../state/world.ts'
import { accounts } from './accounts.ts'
import { appointmentRoutes } from './appointments.ts'
import { bills } from './bills.ts'
import { buckets } from './buckets.ts'
import { charges } from './charges.ts'
import { customers } from './customers.ts'
import { interactionRoutes } from './interactions.ts'
import { offerings } from './offerings.ts'
import { outages } from './outages.ts'
import { individuals, organizations } from './parties.ts'
import { orderRoutes } from './orders.ts'
import { paymentMethods } from './payment-methods.ts'
import { paymentRoutes } from './payments.ts'
import { products } from './products.ts'
import { accumulatedBalances } from './overview.ts'
import { promotions } from './promotions.ts'
import { qualificationRoutes } from './qualifications.ts'
import { recommendationRoutes } from './recommendations.ts'
import { readRoutes } from './resource.ts'
import { resources } from './resources.ts'
import { sites } from './sites.ts'
import { ticketRoutes } from './tickets.ts'
import { topUpRoutes } from './top-ups.ts'
import { transferRoutes } from './transfers.ts'
import { usageHistory } from './usage-history.ts'
import { usageRoutes } from './usage.ts'

/** The operator's systems: TM Forum v4, one resource a file. */
export function tmfRoutes(world: World): Route[] {
  return [
    ...readRoutes(customers(world)),
    ...readRoutes(individuals(world)),
    ...readRoutes(organizations(world)),
    ...readRoutes(products(world)),
    ...orderRoutes(world),
    ...readRoutes(accounts(world)),
    ...readRoutes(bills(world)),
    ...readRoutes(charges(world)),
    ...readRoutes(paymentMethods(world)),
    ...paymentRoutes(world),
    ...readRoutes(usageHistory(world)),
    ...readRoutes(buckets(world)),
    ...readRoutes(outages(world)),
    ...appointmentRoutes(world),
    ...ticketRoutes(world),
    ...topUpRoutes(world),
    ...transferRoutes(world),
    ...interactionRoutes(world),
    ...usageRoutes(world),
    ...readRoutes(offerings(world)),
    ...readRoutes(accumulatedBalances(world)),
    ...readRoutes(promotions(world)),
    ...readRoutes(resources(world)),
    ...readRoutes(sites(world)),
    ...recommendationRoutes(world),
    ...qualificationRoutes(world),
  ]
}
