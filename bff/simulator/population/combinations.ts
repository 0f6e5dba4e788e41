import { createRandom, type Random } from './random.ts'
import type { OptionId } from './plans.ts'
import type { CustomerSpec, LineSpec } from './specs.ts'
import type { Device, LineKind, Payment, PlanType, Segment } from './types.ts'

/** The facts whose every possible combination has at least one customer. They are about the customer's first line. */
export type Combination = {
  segment: Segment
  payment: Payment
  kind: LineKind
  device: Device
  planType: PlanType
  isNew: boolean
  isInDebt: boolean
  isSuspended: boolean
  isMultiLine: boolean
}

/** A line is new for this many days. */
export const newForDays = 30

/** Every combination that can exist: only somebody who gets bills can be in debt, so not the owner of one prepaid line. */
export function allCombinations(): Combination[] {
  const combinations: Combination[] = []
  for (const segment of ['consumer', 'business'] as const)
    for (const payment of ['prepaid', 'postpaid', 'hybrid'] as const)
      for (const kind of ['voice', 'data'] as const)
        for (const device of ['smartphone', 'tablet', 'router'] as const)
          for (const planType of ['allInclusive', 'base'] as const)
            for (const isNew of [false, true])
              for (const isInDebt of [false, true])
                for (const isSuspended of [false, true])
                  for (const isMultiLine of [false, true])
                    if (!(payment === 'prepaid' && isInDebt && !isMultiLine))
                      combinations.push({ segment, payment, kind, device, planType, isNew, isInDebt, isSuspended, isMultiLine })
  return combinations
}

/** A customer who is an example of the combination. */
export function specFor(combination: Combination, index: number, seed: number): CustomerSpec {
  const random = createRandom(seed, `spec-${index}`)
  const { segment, payment, kind, device, planType, isNew, isInDebt, isSuspended, isMultiLine } = combination
  const first: LineSpec = {
    kind,
    device,
    payment,
    planType,
    // A new customer can be in debt only when a first bill has already fallen due.
    activeDays: isNew ? (isInDebt ? newForDays - 2 : random.integer(1, newForDays - 2)) : random.integer(newForDays + 40, 3_000),
    status: isSuspended ? 'suspended' : 'active',
    options: drawOptions(random),
  }
  const others = isMultiLine ? drawOtherLines(random, segment, isInDebt) : []
  return {
    segment,
    lines: [first, ...others],
    isInDebt,
    ...(isInDebt ? { lastBillDays: 24 } : random.chance(0.2) ? { lastBillDays: random.integer(1, 6) } : {}),
  }
}

function drawOtherLines(random: Random, segment: Segment, isInDebt: boolean): LineSpec[] {
  const count = segment === 'business' ? random.integer(1, 6) : random.integer(1, 3)
  return Array.from({ length: count }, (_, position) => {
    const device = random.pick(['smartphone', 'smartphone', 'tablet', 'router'])
    return {
      kind: device === 'smartphone' ? 'voice' : 'data',
      device,
      payment: isInDebt && position === 0 ? 'postpaid' : random.pick(['prepaid', 'postpaid']),
      planType: random.pick(['allInclusive', 'base']),
      activeDays: random.integer(newForDays + 40, 2_000),
      options: drawOptions(random),
    }
  })
}

function drawOptions(random: Random): OptionId[] {
  const all = ['OPT-GIGA-20', 'OPT-EUROPA', 'OPT-MINUTI', 'OPT-SEGRETERIA', 'OPT-SICURA'] as const
  return all.filter(() => random.chance(0.2))
}
