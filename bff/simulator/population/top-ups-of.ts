import type { TopUp } from '../state/balances.ts'
import { createRandom } from './random.ts'
import type { Period } from './recurring.ts'
import type { SimCustomer, SimLine } from './types.ts'

const day = 86_400_000

/** The first customers are those whose stories are told: what each has done with his credit so far. */
const stories: Readonly<Record<string, Story>> = {
  'L-0003-1': { topUps: [] },
  'L-0009-1': { topUps: [{ daysAgo: 2, cents: 1_000, status: 'failed' }, { daysAgo: 33, cents: 1_000 }, { daysAgo: 61, cents: 500 }] }, // prettier-ignore
  'L-0010-1': { topUps: [{ daysAgo: 12, cents: 1_500 }], rule: { cents: 1_500, period: 'monthly' } },
  'L-0014-1': {
    topUps: [
      { daysAgo: 9, cents: 2_000 },
      { daysAgo: 41, cents: 1_000 },
    ],
  },
}
type Story = { topUps: { daysAgo: number; cents: number; status?: 'failed' }[]; rule?: { cents: number; period: Period } }

/**
 * The top-ups of a line from before the simulator started, newest first, and before them the rule it has: what they added is in its credit already. Only lines with
 * credit have any.
 */
export function topUpsOf(seed: number, customer: SimCustomer, line: SimLine, now: Date): TopUp[] {
  if (line.creditCents === undefined) return []
  const { topUps, rule } = stories[line.id] ?? drawn(seed, line)
  const today = Math.floor(now.getTime() / day) * day
  const common = { bucketId: `B-${line.id}`, lineId: line.id, partyAccountId: customer.partyAccountId }
  const made = topUps.map(({ daysAgo, cents, status }, index): TopUp => {
    const at = new Date(today - daysAgo * day + 9 * 3_600_000 + index * 1_260_000)
    return {
      ...common,
      id: `TU-${line.id}-${index + 1}`,
      amountCents: cents,
      requestedAt: at,
      settledAt: at,
      status: status ?? 'completed',
    }
  })
  if (!rule) return made
  const since = new Date(today - 100 * day)
  return [
    {
      ...common,
      id: `AT-${line.id}`,
      amountCents: rule.cents,
      period: rule.period,
      requestedAt: since,
      settledAt: since,
      status: 'completed',
    },
    ...made,
  ]
}

/** The line that one of those is of, by its id. */
export function lineOfTopUp(id: string): string | undefined {
  return /^(?:TU-(L-.+)-\d+|AT-(L-.+))$/.exec(id)?.slice(1).find(Boolean)
}

function drawn(seed: number, line: SimLine): Story {
  const random = createRandom(seed, `top-ups-${line.id}`)
  let daysAgo = 0
  const topUps = Array.from({ length: random.integer(1, 4) }, () => {
    daysAgo += random.integer(3, 30)
    return { daysAgo, cents: random.pick([500, 1_000, 1_500, 2_000]) }
  })
  const rule = random.chance(0.2)
    ? { cents: random.pick([1_000, 1_500, 2_000]), period: random.pick(['weekly', 'fortnightly', 'monthly']) }
    : undefined
  return { topUps, ...(rule && { rule }) }
}
