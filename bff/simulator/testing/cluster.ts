import type { DemoCluster } from '../personas.ts'
import { dayMs } from '../population/dates.ts'
import type { SimCustomer, SimLine } from '../population/types.ts'

/** The demo brand's clusters as plain code: an independent reading of the rules, for the tests only. */
export function clusterOf(customer: SimCustomer, now: Date, line: SimLine | undefined = customer.lines[0]): DemoCluster {
  if (!line) throw new Error(`${customer.id} has no line`)
  const isWithin = (at: Date | undefined, days: number) => at !== undefined && now.getTime() - at.getTime() <= days * dayMs
  const isBusiness = customer.segment === 'business'
  const rules: [DemoCluster, boolean][] = [
    ['in-debt', (customer.account?.overdueCents ?? 0) > 0],
    ['suspended', line.status === 'suspended'],
    ['new-prepaid', line.payment === 'prepaid' && isWithin(line.activatedOn, 30)],
    ['new-postpaid', line.payment === 'postpaid' && isWithin(line.activatedOn, 30)],
    ['business-fleet', isBusiness && customer.lines.length >= 5],
    ['business-tablet-data', isBusiness && line.kind === 'data'],
    ['business-voice', isBusiness && line.kind === 'voice'],
    ['invoice-issued', isWithin(customer.account?.bills[0]?.issuedOn, 7)],
    ['low-credit', line.payment === 'prepaid' && (line.creditCents ?? Number.POSITIVE_INFINITY) < 500],
    ['consumer-tablet', line.kind === 'data' && line.device === 'tablet'],
    ['consumer-router', line.kind === 'data' && line.device === 'router'],
    ['hybrid', line.payment === 'hybrid'],
    ['inclusive-postpaid', line.payment === 'postpaid' && line.planType === 'allInclusive'],
    ['inclusive-prepaid', line.payment === 'prepaid' && line.planType === 'allInclusive'],
    ['base-postpaid', line.payment === 'postpaid' && line.planType === 'base'],
  ]
  return rules.find(([, holds]) => holds)?.[0] ?? 'everyone'
}
