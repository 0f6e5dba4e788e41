import type { OfferingId } from './plans.ts'
import type { SimCounter, SimCustomer, SimLine } from './types.ts'

/** Why an offering would do a customer good: a word of the operator's, which apps turn into a sentence. */
type Reason =
  | 'dataNearlyUsedUp'
  | 'moreMinutes'
  | 'paysByUse'
  | 'oneLineOnly'
  | 'noInternetAtHome'
  | 'travels'
  | 'noProtection'
  | 'officeWithoutInternet'
export type SimRecommendation = { offeringId: OfferingId; reason: Reason }

/** The share of the data after which more of it is worth a thought. */
const dataNearlyUsedUp = 0.65
/** Nobody reads a longer list. */
const atMost = 4

/**
 * What the operator would offer a line, best first, from its plan and use alone. Nothing to those who owe or whose line does not work: what they
 * need is something else.
 *
 * @param counters the line's, as they are now
 * @param owned the offerings the line has or has ordered
 */
export function recommendationsOf(
  customer: SimCustomer,
  line: SimLine,
  counters: readonly SimCounter[],
  owned: ReadonlySet<string>,
): SimRecommendation[] {
  if (line.status !== 'active' || (customer.account?.overdueCents ?? 0) > 0) return []
  const forHim = customer.segment === 'business' ? forBusiness(customer) : forConsumer(customer, line, counters)
  const isNew = ({ offeringId }: SimRecommendation) => !owned.has(offeringId) && !owned.has(offeringId.replace('OFF-', 'PLAN-'))
  return forHim.filter(isNew).slice(0, atMost)
}

function forConsumer({ lines }: SimCustomer, line: SimLine, counters: readonly SimCounter[]): SimRecommendation[] {
  const isPhone = line.kind === 'voice'
  const data = counters.filter(({ type }) => type === 'data')
  const isNearlyUsedUp = data.length > 0 && data.every(({ used, total }) => total !== undefined && used / total >= dataNearlyUsedUp)
  return [
    ...when(isNearlyUsedUp, 'OPT-GIGA-20', 'dataNearlyUsedUp'),
    ...when(isPhone && line.planType === 'base', 'OPT-MINUTI', 'moreMinutes'),
    ...when(isPhone && line.planType === 'base', 'OFF-TUTTO-150', 'paysByUse'),
    ...when(isPhone && lines.length === 1, 'OFF-FAMIGLIA', 'oneLineOnly'),
    ...when(!lines.some(({ device }) => device === 'router'), 'OFF-CASA-5G', 'noInternetAtHome'),
    ...when(isPhone || line.device === 'tablet', 'OPT-EUROPA', 'travels'),
    ...when(true, 'OPT-SICURA', 'noProtection'),
  ]
}

function forBusiness({ lines }: SimCustomer): SimRecommendation[] {
  return [
    ...when(!lines.some(({ device }) => device === 'router'), 'OFF-BIZ-UFFICIO', 'officeWithoutInternet'),
    ...when(true, 'OPT-SICURA', 'noProtection'),
    ...when(true, 'OPT-EUROPA', 'travels'),
  ]
}

function when(isSo: boolean, offeringId: OfferingId, reason: Reason): SimRecommendation[] {
  return isSo ? [{ offeringId, reason }] : []
}
