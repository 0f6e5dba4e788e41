import { plusDays } from './dates.ts'
import { offeringById, planFor, roamingOptions } from './plans.ts'
import type { Random } from './random.ts'
import type { LineSpec } from './specs.ts'
import type { Segment, SimCounter, SimLine, SimOption } from './types.ts'

const counterNames = { data: 'Giga', voice: 'Minuti', sms: 'SMS' } as const
const cycleDays = 30

/** One SIM as of `today`. `customerNumber` and `position` (from 1) make its identifiers. */
export function buildLine(
  spec: LineSpec,
  segment: Segment,
  customerNumber: number,
  position: number,
  today: Date,
  random: Random,
): SimLine {
  const id = `L-${String(customerNumber).padStart(4, '0')}-${position}`
  const plan = planFor(segment, spec.kind, spec.device, spec.planType)
  const activatedOn = plusDays(today, -spec.activeDays, 9)
  const nextCycle = plusDays(today, cycleDays - (spec.activeDays % cycleDays))
  const options = (spec.options ?? []).map((offeringId, index): SimOption => {
    const { name, cents } = offeringById(offeringId)
    return {
      id: `${id}-O${index + 1}`,
      offeringId,
      name,
      monthlyCents: cents,
      activatedOn: plusDays(activatedOn, random.integer(0, Math.min(spec.activeDays, 20))),
    }
  })
  const hasCredit = spec.payment !== 'postpaid'
  return {
    id,
    ...numbersOf(customerNumber, position),
    kind: spec.kind,
    device: spec.device,
    payment: spec.payment,
    status: spec.status ?? 'active',
    planId: plan.id,
    planName: plan.name,
    planType: spec.planType,
    monthlyCents: plan.monthlyCents,
    activatedOn,
    // A plan without a monthly price has nothing to renew.
    ...(plan.monthlyCents > 0 ? { renewsOn: nextCycle } : {}),
    ...(hasCredit
      ? { creditCents: spec.creditCents ?? drawCredit(random), creditExpiresOn: plusDays(today, random.integer(60, 380)) }
      : {}),
    options,
    counters: countersOf(
      [
        { id, name: plan.name, allowance: plan.allowance },
        ...options.map((option) => ({
          id: option.id,
          name: option.name,
          allowance: offeringById(option.offeringId).allowance,
          isRoaming: roamingOptions.has(option.offeringId),
        })),
      ],
      nextCycle,
      spec.usedShare,
      random,
    ),
  }
}

function countersOf(
  bundles: readonly {
    id: string
    name: string
    allowance: { data?: number | null; voice?: number | null; sms?: number | null }
    isRoaming?: boolean
  }[],
  resetsOn: Date,
  usedShare: number | undefined,
  random: Random,
): SimCounter[] {
  const counters: SimCounter[] = []
  for (const bundle of bundles) {
    for (const type of ['data', 'voice', 'sms'] as const) {
      const total = bundle.allowance[type]
      if (total === undefined) continue
      const share = usedShare ?? random.next()
      counters.push({
        id: `U-${bundle.id}-${type}`,
        type,
        name: `${counterNames[type]} ${bundle.name}`,
        used: Math.round(share * (total ?? typicalUse[type])),
        ...(total === null ? {} : { total }),
        resetsOn,
        ...(bundle.isRoaming ? { isRoaming: true as const } : {}),
      })
    }
  }
  return counters
}

/** What somebody without a limit uses in a month at most. */
const typicalUse = { data: 90_000, voice: 900, sms: 60 } as const

function drawCredit(random: Random): number {
  return random.chance(0.25) ? random.integer(0, 499) : random.integer(500, 4_500)
}

const [numbers, factor, offset] = [10_000_000, 6_180_339, 1_234_567]
/** Times the factor it is one, of the numbers there are: what was spread can be gathered again. */
const inverse = 6_240_059

/** The number of the customer who would have a telephone number. */
export function customerOfNumber(msisdn: string): number {
  const spread = Number(/^\+39399(\d{7})$/.exec(msisdn)?.[1])
  const found = Math.floor(((((spread - offset + numbers) % numbers) * inverse) % numbers) / 100)
  // The last customer's numbers come after all others, where counting begins anew.
  return found === 0 ? numbers / 100 : found
}

/** Numbers under 399, which no Italian operator has: nobody real can be called by mistake. Spread so that they look alike in nothing. */
function numbersOf(customerNumber: number, position: number): { msisdn: string; iccid: string } {
  const spread = ((customerNumber * 100 + position) * factor + offset) % numbers
  const digits = String(spread).padStart(7, '0')
  return { msisdn: `+39399${digits}`, iccid: `893939900${digits}${String(position).padStart(3, '0')}` }
}
