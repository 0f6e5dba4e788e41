import type { MethodName } from '@mosaic/schemas/bss'
import { startOfDay } from '../population/dates.ts'
import { type SimMonth, usageHistoryOf } from '../population/history-of.ts'
import type { SimCustomer, SimLine } from '../population/types.ts'
import type { SimRequest } from '../http/types.ts'
import type { World } from '../state/world.ts'
import { paths } from './paths.ts'
import type { Resource } from './resource.ts'
import { eventsOf, toUsageEvent, type LineEvent } from './usage-events.ts'
import { customerParty, customersAskedFor, href, lineRef, money } from './values.ts'

type Summary = { customer: SimCustomer; line: SimLine; month: SimMonth }

const byCustomer = 'relatedParty.id'
const byLine = 'ratedProductUsage.productRef.id'

/** TMF635 usage: of every line, one summary a month, and, of a line or a customer who is named, the single events that are on no bill yet. */
export function usageHistory(world: World): Resource<Summary | LineEvent> {
  const summariesOf = (customer: SimCustomer, line: SimLine) =>
    usageHistoryOf(line, world.seed, startOfDay(world.now())).map((month) => ({ customer, line, month }))
  return {
    path: paths.usageRecord,
    bss: methodOf,
    attributes: [
      'id', 'href', 'description', 'usageDate', 'usageType', 'ratedProductUsage', 'relatedParty', 'status', 'usageCharacteristic',
      'usageSpecification', '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    list(query) {
      const lineId = query.get(byLine)
      const isAsked = (line: SimLine) => lineId === null || lineId.split(',').includes(line.id)
      const withSummaries = query.get(onlyUnbilled) !== 'false'
      // Of everybody there would be no end of them.
      const withEvents = (lineId !== null || query.has(byCustomer)) && query.get('usageType') !== 'summary'
      return customersAskedFor(world, query, byCustomer, byLine).flatMap((customer) =>
        customer.lines
          .filter(isAsked)
          .flatMap((line) => [
            ...(withSummaries ? summariesOf(customer, line) : []),
            ...(withEvents ? eventsOf(world, customer, line) : []),
          ]),
      )
    },
    get(id) {
      // The line's id stands in the record's.
      const [, kind, lineId = ''] = /^(US|UE)-(L-\d+-\d+)-/.exec(id) ?? []
      const customer = world.population().customerByLineId.get(lineId)
      const line = customer?.lines.find((candidate) => candidate.id === lineId)
      if (!customer || !line) return undefined
      if (kind === 'UE') return eventsOf(world, customer, line).find(({ event }) => event.id === id)
      return summariesOf(customer, line).find(({ month }) => summaryId(line, month) === id)
    },
    represent: (one) => ('event' in one ? toUsageEvent(world, one) : toSummary(world, one)),
  }
}

const onlyUnbilled = 'ratedProductUsage.isBilled'

/** Whoever asks for what is not billed yet asks for events. */
function methodOf({ url, params }: SimRequest): MethodName {
  return url.searchParams.get(onlyUnbilled) === 'false' || params.id?.startsWith('UE-') ? 'usageEvents' : 'usageHistory'
}

function summaryId(line: SimLine, { month }: SimMonth): string {
  return `US-${line.id}-${month.toISOString().slice(0, 7)}`
}

function toSummary(world: World, { customer, line, month }: Summary) {
  const id = summaryId(line, month)
  return {
    id,
    href: href(world, 'usageRecord', id),
    usageType: 'summary',
    usageDate: month.month.toISOString(),
    status: 'rated',
    usageCharacteristic: [
      { name: 'dataVolumeMb', valueType: 'number', value: month.dataMb },
      { name: 'voiceMinutes', valueType: 'number', value: month.voiceMinutes },
      { name: 'smsCount', valueType: 'number', value: month.sms },
    ],
    ratedProductUsage: [{ isBilled: true, productRef: lineRef(world, line), taxIncludedRatingAmount: money(month.costCents) }],
    relatedParty: [customerParty(world, customer)],
    '@type': 'Usage',
  }
}
