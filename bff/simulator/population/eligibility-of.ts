import { dayMs } from './dates.ts'
import { offerings, planFor, type Offering, type OfferingId } from './plans.ts'
import type { SimCustomer, SimLine } from './types.ts'

/** Why a line cannot have an offering: a word of the operator's, which apps turn into a sentence. */
export type Obstacle = 'lineNotActive' | 'forBusiness' | 'forConsumers' | 'notForDevice' | 'dataOnly' | 'includedInPlan' | 'lineTooNew'
export type Qualification = { offering: Offering; obstacle?: Obstacle }

/** Who has been with the operator for so long may pay a device in instalments. */
const instalmentsAfterDays = 90

/** Which offerings of the catalogue a line can have, and what is in the way of the others: from its plan, what it is used in, and its age. */
export function eligibilityOf(customer: SimCustomer, line: SimLine, now: Date): Qualification[] {
  return offerings.map((offering) => {
    const obstacle = obstacleTo(offering.id, customer, line, now)
    return { offering, ...(obstacle && { obstacle }) }
  })
}

/** @param id an offering's that is on sale */
export function obstacleTo(id: string, customer: SimCustomer, line: SimLine, now: Date): Obstacle | undefined {
  if (line.status !== 'active') return 'lineNotActive'
  if (customer.segment === 'consumer' && forBusiness.has(id)) return 'forBusiness'
  if (customer.segment === 'business' && forConsumers.has(id)) return 'forConsumers'
  if (line.device === 'router' && notForRouters.has(id)) return 'notForDevice'
  if (line.kind === 'data' && forCalls.has(id)) return 'dataOnly'
  if (isIncluded(id, customer, line)) return 'includedInPlan'
  if (inInstalments.has(id) && now.getTime() - line.activatedOn.getTime() < instalmentsAfterDays * dayMs) return 'lineTooNew'
  return undefined
}

/** Whoever has no end of something is not sold more of it. */
function isIncluded(id: string, { segment }: SimCustomer, { kind, device, planType }: SimLine): boolean {
  const { allowance } = planFor(segment, kind, device, planType)
  const more = moreOf.get(id)
  return more !== undefined && allowance[more] === null
}

const setOf = (...ids: OfferingId[]): ReadonlySet<string> => new Set(ids)
const forBusiness = setOf('OFF-BIZ-UFFICIO')
const forConsumers = setOf('OFF-TUTTO-150', 'OFF-FAMIGLIA', 'OFF-CASA-5G')
/** A router stays where it is, and calls nobody. */
const notForRouters = setOf('OPT-MINUTI', 'OPT-SMS', 'OPT-SEGRETERIA', 'OPT-EUROPA', 'OPT-MONDO', 'OFF-ESIM')
const forCalls = setOf('OPT-MINUTI', 'OPT-SMS', 'OPT-SEGRETERIA')
const inInstalments = setOf('OFF-SMARTPHONE', 'OFF-TABLET')
const moreOf: ReadonlyMap<string, 'data' | 'voice' | 'sms'> = new Map([
  ['OPT-GIGA-20', 'data'],
  ['OPT-GIGA-WEEKEND', 'data'],
  ['OPT-MINUTI', 'voice'],
  ['OPT-SMS', 'sms'],
] satisfies [OfferingId, 'data' | 'voice' | 'sms'][])
