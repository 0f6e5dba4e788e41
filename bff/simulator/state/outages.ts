import type { SimOutage } from '../population/outages-of.ts'

/** A fault somebody announced by hand, for everybody or for one town. */
export type AnnouncedOutage = SimOutage & { area?: string }

/** The faults that were announced, besides those the customers have anyway. */
export type Outages = {
  announce(outage: Omit<AnnouncedOutage, 'id'>): AnnouncedOutage
  list(): readonly AnnouncedOutage[]
  reset(): void
}

/** More at a time would be no demo any more. */
const kept = 20

export function createOutages(): Outages {
  let announced: AnnouncedOutage[] = []
  let count = 0
  return {
    announce(outage) {
      const made = { ...outage, id: `SP-A${++count}` }
      announced = [made, ...announced].slice(0, kept)
      return made
    },
    list: () => announced,
    reset() {
      announced = []
    },
  }
}
