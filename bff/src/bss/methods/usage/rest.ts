import { setTimeout as sleep } from 'node:timers/promises'
import type { Counter } from '@mosaic/schemas/bss'
import type { AskContext, Source } from '../../contract.ts'
import { badAnswer } from '../../failure.ts'
import { instant } from '../../tolerant/instant.ts'
import { at, isObject, number, objects, objectsOrBad, readItems, text, word, type Json } from '../../tolerant/shape.ts'

/** How often and how patiently an answer that is not ready yet is asked for again, in milliseconds. */
const pollWaitsMs = [50, 100, 200, 400]

/**
 * TMF677 v4 `queryUsageConsumption`: reading counters is a POST that makes a task; the task carries its answer, or is asked for until it does.
 */
export const usage: Source<'usage', 'rest'> = {
  version: 1,
  async ask(context, { lineId }) {
    const task = await finishedTask(context, lineId)
    const consumptions = objectsOrBad('usage', task['usageConsumption'])
    const buckets = consumptions.flatMap((consumption) => objectsOrBad('usage', consumption['bucketRefOrValue']))
    return { counters: readItems('usage', buckets.filter(isCounted), readCounter) }
  },
}

async function finishedTask({ send }: AskContext<'rest'>, lineId: string): Promise<Json> {
  const api = 'usageConsumption'
  let { body } = await send({ api, path: 'queryUsageConsumption', body: { searchCriteria: { product: [{ id: lineId }] } } })
  for (const waitMs of pollWaitsMs) {
    if (!isObject(body)) throw badAnswer('usage', 'a task', 'something else')
    const state = taskState(body)
    if (state === 'done') return body
    if (state === 'terminatedwitherror') throw badAnswer('usage', 'a task that ends well', 'terminatedWithError')
    const id = text(body['id'])
    if (id === undefined) throw badAnswer('usage', 'a task with an id', 'none')
    await sleep(waitMs)
    body = (await send({ api, path: `queryUsageConsumption/${encodeURIComponent(id)}` })).body
  }
  if (isObject(body) && taskState(body) === 'done') return body
  throw badAnswer('usage', 'a task that ends', 'one that is still going')
}

/** v4 tells the state on the consumption, v5 and its imitators on the task; a task that already carries counters is done. */
function taskState(task: Json): string | undefined {
  const consumptions = objects(task['usageConsumption'])
  return word(task['state']) ?? word(consumptions[0]?.['state']) ?? (consumptions.length > 0 ? 'done' : undefined)
}

const counterTypes = {
  data: 'data',
  internet: 'data',
  voice: 'voice',
  minutes: 'voice',
  sms: 'sms',
  message: 'sms',
  messages: 'sms',
} as const

/** Money and kinds nobody knows are no counters; a kind that is not even a word is one that cannot be read. */
function isCounted(bucket: Json): boolean {
  return typeOf(bucket) !== undefined || typeof bucket['usageType'] !== 'string'
}

function typeOf(bucket: Json): Counter['type'] | undefined {
  return counterTypes[word(bucket['usageType']) as keyof typeof counterTypes]
}

function readCounter(bucket: Json): Counter | undefined {
  const type = typeOf(bucket)
  const id = text(bucket['id'])
  if (!type || id === undefined) return undefined
  const summaries = objects(bucket['bucketCounter'])
  const summary = (counterType: string) => summaries.find((entry) => word(entry['counterType']) === counterType)
  const amount = (counterType: string) => quantity(at(summary(counterType), 'value'), type)
  const remaining = amount('remaining') ?? quantity(at(bucket, 'remainingValue'), type)
  const used = amount('used') ?? 0
  // The contract has a name for it; some systems put the word where the number would stand.
  const words = [
    bucket['remainingValueName'],
    bucket['remainingValue'],
    ...summaries.flatMap((entry) => [entry['valueName'], entry['value']]),
  ]
  const isUnlimited = words.some((name) => word(name) === 'unlimited')
  // A counter that says neither what is left nor that there is no end says nothing.
  if (!isUnlimited && remaining === undefined) return undefined
  const period = summaries.map((entry) => instant(at(entry, 'consumptionPeriod')['endDateTime'])).find(Boolean)
  const resetsOn = instant(at(bucket, 'validFor')['endDateTime']) ?? period
  return {
    id,
    type,
    name: text(bucket['name']) ?? type,
    used,
    ...(!isUnlimited && remaining !== undefined && { total: round(used + remaining) }),
    ...(resetsOn && { resetsOn }),
  }
}

/** To MB, minutes or messages: what one of each unit is worth. Operators sell a GB as 1,000 MB. */
const units: Record<Counter['type'], Record<string, number>> = {
  data: { b: 1e-6, byte: 1e-6, bytes: 1e-6, kb: 1e-3, mb: 1, mbyte: 1, megabyte: 1, megabytes: 1, gb: 1_000, gbyte: 1_000, gigabyte: 1_000, gigabytes: 1_000, tb: 1e6 },
  voice: { s: 1 / 60, sec: 1 / 60, second: 1 / 60, seconds: 1 / 60, min: 1, mins: 1, minute: 1, minutes: 1, h: 60, hour: 60, hours: 60 },
  sms: { sms: 1, message: 1, messages: 1, unit: 1, units: 1, item: 1 },
} // prettier-ignore

function quantity(value: Json, type: Counter['type']): number | undefined {
  const amount = number(value['amount'])
  const worth = units[type][word(value['units'] ?? value['unit']) ?? '']
  return amount === undefined || amount < 0 || worth === undefined ? undefined : round(amount * worth)
}

/** Three decimals: a kilobyte. Sums of floats must not show their tail. */
function round(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
