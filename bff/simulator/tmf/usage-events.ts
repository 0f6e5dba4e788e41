import { usageEventsOf, type SimUsageEvent } from '../population/usage-events-of.ts'
import type { SimCustomer, SimLine } from '../population/types.ts'
import type { World } from '../state/world.ts'
import { customerParty, href, lineRef, money, present } from './values.ts'

/** One call, session or message of a line. */
export type LineEvent = { customer: SimCustomer; line: SimLine; event: SimUsageEvent }

export function eventsOf(world: World, customer: SimCustomer, line: SimLine): LineEvent[] {
  return usageEventsOf(customer, line, world.seed, world.now()).map((event) => ({ customer, line, event }))
}

/** TMF635 usage: a single event. Until it is rated, nobody knows what it costs. */
export function toUsageEvent(world: World, { customer, line, event }: LineEvent) {
  const isRated = event.ratedAt <= world.now()
  return present({
    id: event.id,
    href: href(world, 'usageRecord', event.id),
    usageType: event.type,
    usageSpecification: event.name === undefined ? undefined : { id: `SPEC-${event.type}`, name: event.name },
    usageDate: event.at.toISOString(),
    status: isRated ? 'rated' : 'guided',
    usageCharacteristic: [
      { name: amountNames[event.type], valueType: 'number', value: event.amount },
      ...(event.number ? [{ name: 'calledNumber', valueType: 'string', value: event.number }] : []),
    ],
    ratedProductUsage: [
      present({
        isBilled: false,
        productRef: lineRef(world, line),
        ratingDate: isRated ? event.ratedAt.toISOString() : undefined,
        usageRatingTag: isRated ? (event.isIncluded ? 'included usage' : 'usage') : undefined,
        taxIncludedRatingAmount: isRated ? money(event.costCents) : undefined,
      }),
    ],
    relatedParty: [customerParty(world, customer)],
    '@type': 'Usage',
  })
}

const amountNames = { data: 'dataVolumeMb', voice: 'durationSeconds', sms: 'smsCount' } as const
