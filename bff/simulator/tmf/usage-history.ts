import { startOfDay } from '../population/dates.ts'
import { type SimMonth, usageHistoryOf } from '../population/history-of.ts'
import type { SimCustomer, SimLine } from '../population/types.ts'
import type { World } from '../state/world.ts'
import { paths } from './paths.ts'
import type { Resource } from './resource.ts'
import { customerParty, customersAskedFor, href, lineRef, money } from './values.ts'

type Summary = { customer: SimCustomer; line: SimLine; month: SimMonth }

const byLine = 'ratedProductUsage.productRef.id'

/** TMF635 usage: of every line, one summary a month. */
export function usageHistory(world: World): Resource<Summary> {
  const ofLine = (customer: SimCustomer, line: SimLine) =>
    usageHistoryOf(line, world.seed, startOfDay(world.now())).map((month) => ({ customer, line, month }))
  return {
    path: paths.usageRecord,
    bss: 'usageHistory',
    attributes: [
      'id', 'href', 'description', 'usageDate', 'usageType', 'ratedProductUsage', 'relatedParty', 'status', 'usageCharacteristic',
      'usageSpecification', '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    list(query) {
      const lineId = query.get(byLine)
      return customersAskedFor(world, query, 'relatedParty.id', byLine).flatMap((customer) =>
        customer.lines.filter(({ id }) => lineId === null || lineId.split(',').includes(id)).flatMap((line) => ofLine(customer, line)),
      )
    },
    get(id) {
      // The line's id and the month stand in the summary's.
      const lineId = /^US-(L-\d+-\d+)-/.exec(id)?.[1] ?? ''
      const customer = world.population().customerByLineId.get(lineId)
      const line = customer?.lines.find((candidate) => candidate.id === lineId)
      return customer && line && ofLine(customer, line).find(({ month }) => summaryId(line, month) === id)
    },
    represent: (summary) => toSummary(world, summary),
  }
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
