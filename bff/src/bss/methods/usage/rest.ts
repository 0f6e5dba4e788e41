import type { Counter } from '@mosaic/schemas/bss'
import { askTask } from '../../connectors/rest/task.ts'
import type { Source } from '../../contract.ts'
import { readItems, type Reading } from '../../tolerant/reading.ts'

/**
 * TMF677 v4 `queryUsageConsumption`: reading counters is a POST that makes a task; the task carries its answer, or is asked for until it does.
 */
export const usage: Source<'usage', 'rest'> = {
  version: 2,
  async ask(context, { lineId }) {
    const body = { searchCriteria: { product: [{ id: lineId }] } }
    const task = await askTask(context, { api: 'usageConsumption', path: 'queryUsageConsumption', body }, stateOf)
    const consumptions = task.at('usageConsumption').wholeItems()
    const counted = consumptions.flatMap((consumption) => {
      const buckets = consumption.at('bucketRefOrValue').wholeItems().filter(isCounted)
      return buckets.map((bucket) => ({ bucket, countedAt: consumption.at('lastUpdate').instant() }))
    })
    return { counters: readItems(counted, ({ bucket, countedAt }) => readCounter(bucket, lineId, countedAt)) }
  },
}

/** v4 tells the state on the consumption, v5 and its imitators on the task; a task that already carries counters is done. */
export function stateOf(task: Reading): string | undefined {
  const consumptions = task.at('usageConsumption').items()
  return task.at('state').word() ?? consumptions[0]?.at('state').word() ?? (consumptions.length > 0 ? 'done' : undefined)
}

const counterTypes = new Map<string, Counter['type']>([
  ['data', 'data'],
  ['internet', 'data'],
  ['voice', 'voice'],
  ['minutes', 'voice'],
  ['sms', 'sms'],
  ['message', 'sms'],
  ['messages', 'sms'],
])

/** What is counted, and whether it is for use abroad: the contract has no attribute for that, so systems put it into the word. */
function kindOf(bucket: Reading): { type: Counter['type'] | undefined; isRoaming: boolean } {
  const word = bucket.at('usageType').word() ?? ''
  const [plain, isRoaming] = [word.replace('roaming', ''), word.includes('roaming')]
  return { type: counterTypes.get(plain), isRoaming: isRoaming || bucket.at('@type').word() === 'roamingbucket' }
}

/** Money and kinds nobody knows are no counters; a kind that is not even a word is one that cannot be read. */
export function isCounted(bucket: Reading): boolean {
  return kindOf(bucket).type !== undefined || typeof bucket.at('usageType').value !== 'string'
}

/**
 * @param lineId whose part of a shared counter is told
 * @param countedAt when the system last counted: told of what may lag
 */
export function readCounter(bucket: Reading, lineId?: string, countedAt?: string): Counter {
  const id = bucket.at('id').requiredText('the id of a counter')
  const { type, isRoaming } = kindOf(bucket)
  if (!type) throw bucket.at('usageType').bad('what is counted')
  const summaries = bucket.at('bucketCounter').items()
  // Of a shared counter there are summaries of each user too.
  const isOfAll = (entry: Reading) => !entry.at('user').isThere() && (entry.at('level').word() ?? 'global') === 'global'
  const amount = (counterType: string) => {
    const all = summaries.filter((entry) => entry.at('counterType').word() === counterType)
    const summary = all.find(isOfAll) ?? all[0]
    return summary && quantity(summary.at('value'), type)
  }
  const remaining = amount('remaining') ?? quantity(bucket.at('remainingValue'), type)
  const used = amount('used') ?? 0
  // The contract has a name for it; some systems put the word where the number would stand.
  const words = [bucket.at('remainingValueName'), bucket.at('remainingValue')].concat(
    summaries.flatMap((entry) => [entry.at('valueName'), entry.at('value')]),
  )
  const isUnlimited = words.some((place) => place.word() === 'unlimited')
  // A counter that says neither what is left nor that there is no end says nothing.
  if (!isUnlimited && remaining === undefined) throw bucket.at('remainingValue').bad('an amount with a unit that is known, or "unlimited"')
  const period = summaries.map((entry) => entry.at('consumptionPeriod', 'endDateTime').instant()).find(Boolean)
  const resetsOn = bucket.at('validFor', 'endDateTime').instant() ?? period
  return {
    id,
    type,
    name: bucket.at('name').text() ?? type,
    used,
    ...(!isUnlimited && remaining !== undefined && { total: round(used + remaining) }),
    ...(resetsOn && { resetsOn }),
    ...(isRoaming && { isRoaming, ...(countedAt && { countedAt }) }),
    ...shareOf(bucket, summaries, type, lineId),
  }
}

/** Whether several lines share it, and what this one used of it. */
function shareOf(bucket: Reading, summaries: readonly Reading[], type: Counter['type'], lineId: string | undefined) {
  const isShared = bucket.at('isShared').boolean() ?? bucket.at('product').items().length > 1
  if (!isShared) return {}
  const own = summaries.find(
    (entry) => entry.at('counterType').word() === 'used' && lineId !== undefined && entry.at('user', 'id').text() === lineId,
  )
  const usedByLine = own && quantity(own.at('value'), type)
  return { isShared, ...(usedByLine !== undefined && { usedByLine }) }
}

/** To MB, minutes or messages: what one of each unit is worth. Operators sell a GB as 1,000 MB. */
const units: Record<Counter['type'], ReadonlyMap<string | undefined, number>> = {
  data: worths({ 'b byte bytes': 1e-6, kb: 1e-3, 'mb mbyte megabyte megabytes': 1, 'gb gbyte gigabyte gigabytes': 1_000, tb: 1e6 }),
  voice: worths({ 's sec second seconds': 1 / 60, 'min mins minute minutes': 1, 'h hour hours': 60 }),
  sms: worths({ 'sms message messages unit units item': 1 }),
}

function worths(byNames: Record<string, number>): Map<string, number> {
  return new Map(Object.entries(byNames).flatMap(([names, worth]) => names.split(' ').map((name) => [name, worth] as const)))
}

/** `undefined` for what is no amount, also one so large that sums of it would not be numbers any more. */
function quantity(place: Reading, type: Counter['type']): number | undefined {
  const amount = place.at('amount').number()
  const worth = units[type].get(place.at('units').word() ?? place.at('unit').word())
  if (amount === undefined || amount < 0 || worth === undefined || amount * worth > Number.MAX_SAFE_INTEGER) return undefined
  return round(amount * worth)
}

/** Three decimals: a kilobyte. Sums of floats must not show their tail. */
function round(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
