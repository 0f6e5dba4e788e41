import { nextRenewal } from './products-of.ts'
import { createRandom } from './random.ts'
import type { SimCounter, SimCustomer, SimLine } from './types.ts'

/** An allowance of several lines: `used` is what all of them used, `usedBy` how much each of them. */
export type SharedCounter = SimCounter & { usedBy: ReadonlyMap<string, number> }

/** The data the billed lines of a customer have together, where they have any: some families, some fleets. */
export function sharedCounterOf(customer: SimCustomer, seed: number, today: Date): SharedCounter | undefined {
  const lines = customer.lines.filter(mayShare)
  const [first] = lines
  if (!first || lines.length < 2) return undefined
  const random = createRandom(seed, `shared-${customer.id}`)
  const isThere = random.chance(0.5) || alwaysShare.has(customer.id)
  if (!isThere) return undefined

  const total = lines.length * gbEach[customer.segment] * mbPerGb
  const most = Math.floor((total / lines.length) * 0.9)
  const usedBy = new Map(lines.map(({ id }) => [id, random.integer(0, most)]))
  return {
    id: `U-${customer.id}-shared-data`,
    type: 'data',
    name: names[customer.segment],
    used: [...usedBy.values()].reduce((sum, used) => sum + used, 0),
    total,
    resetsOn: nextRenewal(first, today),
    usedBy,
  }
}

/** A router has what it needs for itself; who pays in advance pays for himself. */
function mayShare({ payment, status, device }: SimLine): boolean {
  return payment !== 'prepaid' && status === 'active' && device !== 'router'
}

/** The family and the fleet among the personas. */
const alwaysShare: ReadonlySet<string> = new Set(['C-0005', 'C-0018'])
const names = { consumer: 'Giga di famiglia', business: 'Giga dell’azienda' } as const
const gbEach = { consumer: 60, business: 20 } as const
const mbPerGb = 1_000
