import type { Counter, LineOverview, Money } from '@mosaic/schemas/bss'
import { listAll } from '../../connectors/rest/list-all.ts'
import { askTask } from '../../connectors/rest/task.ts'
import type { AskContext, Source } from '../../contract.ts'
import { readItems, type Reading } from '../../tolerant/reading.ts'
import { isCounted, readCounter, stateOf } from '../usage/rest.ts'

/** Beyond so many lines nobody looks one by one: the answer ends. */
const maxLines = 200

/** TMF654 `accumulatedBalance?relatedParty.id=` and one TMF677 task for everything the customer has: two questions, however many lines. */
export const overview: Source<'overview', 'rest'> = {
  version: 2,
  async ask(context, { customerId }) {
    const [credits, usages] = await Promise.all([creditByLine(context, customerId), dataByLine(context, customerId)])
    const lineIds = [...new Set([...usages.keys(), ...credits.keys()])].slice(0, maxLines)
    return lineIds.map((lineId): LineOverview => {
      const [credit, data] = [credits.get(lineId), usages.get(lineId)]
      return { lineId, ...(credit && { credit }), ...(data && { data }) }
    })
  },
}

async function creditByLine(context: AskContext<'rest'>, customerId: string): Promise<Map<string, Money>> {
  const request = { api: 'prepayBalance', path: 'accumulatedBalance', query: { 'relatedParty.id': customerId } } as const
  const balances = await listAll(context, request)
  // Minutes and megabytes are accumulated too.
  const ofMoney = balances.filter((balance) => balance.at('totalBalance').money(context.currency)?.currency === context.currency)
  const read = readItems(ofMoney.length > 0 ? ofMoney : balances.filter(isUnreadable), (balance) => {
    const credit = balance.at('totalBalance').money(context.currency)
    if (!credit) throw balance.at('totalBalance').bad('an amount of money')
    return [lineOf(balance), credit] as const
  })
  return new Map(read)
}

/** No balance at all means no credit, so one that is none must not pass for it. */
function isUnreadable(balance: Reading): boolean {
  return balance.at('totalBalance', 'amount').number() === undefined
}

async function dataByLine(context: AskContext<'rest'>, customerId: string): Promise<Map<string, LineOverview['data']>> {
  const body = { searchCriteria: { relatedParty: [{ id: customerId, '@referredType': 'Customer' }] } }
  const task = await askTask(context, { api: 'usageConsumption', path: 'queryUsageConsumption', body }, stateOf)
  const byLine = new Map<string, Counter[]>()
  for (const [lineId, counters] of readItems(task.at('usageConsumption').wholeItems(), readConsumption)) {
    byLine.set(lineId, [...(byLine.get(lineId) ?? []), ...counters])
  }
  return new Map([...byLine].map(([lineId, counters]) => [lineId, sumOf(counters)]))
}

/** The line's own data, at home: what several lines share would count for each of them, and what is for use abroad helps nobody here. */
function readConsumption(consumption: Reading): readonly [string, Counter[]] {
  const buckets = consumption.at('bucketRefOrValue').wholeItems().filter(isCounted)
  const counters = readItems(buckets, (bucket) => readCounter(bucket))
  return [lineOf(consumption), counters.filter(({ type, isRoaming, isShared }) => type === 'data' && !isRoaming && !isShared)]
}

/** One bundle without a limit makes the whole unlimited. */
function sumOf(counters: readonly Counter[]): LineOverview['data'] {
  if (counters.length === 0) return undefined
  const used = counters.reduce((sum, counter) => sum + counter.used, 0)
  const total = counters.reduce<number | undefined>((sum, counter) => add(sum, counter.total), 0)
  return { used, ...(total !== undefined && { total }) }
}

function add(sum: number | undefined, total: number | undefined): number | undefined {
  return sum === undefined || total === undefined ? undefined : sum + total
}

function lineOf(item: Reading): string {
  const [product = item.at('product')] = item.at('product').items()
  return product.at('id').requiredText('the id of a line')
}
