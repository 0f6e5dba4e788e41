import type { Reply } from '../http/types.ts'
import { deviations as all, type Deviation, type SoapDeviation } from './types.ts'

type Json = Record<string, unknown>

/** Optional by every contract, and left out by many a system. */
const optionals = new Set([
  'href',
  'description',
  'validFor',
  'isBundle',
  'isShared',
  'lastUpdate',
  'confirmationDate',
  'requestedDate',
  'version',
  '@type',
])
/** What has no meaning without its period: there the contract demands it. */
const periods = new Set<unknown>(['Appointment', 'TimeSlot'])
const enumNames = new Set(['status', 'state', 'usageType', 'lifecycleStatus', 'priceType', 'paymentStatus', 'counterType'])
const amountNames = new Set(['amount', 'value'])

/** Answers as real systems do: right in meaning, wrong in form. Errors keep their form. */
export function makeSloppy(reply: Reply, chosen: readonly (Deviation | SoapDeviation)[] = all): Reply {
  if (reply.json === undefined || reply.status >= 400) return reply
  const on = new Set(all.filter((deviation) => chosen.includes(deviation)))
  const json = change(reply.json, '', on)
  const isList = Array.isArray(reply.json)
  return {
    ...reply,
    json: on.has('singleObjects') && isSingle(json) ? json[0] : json,
    ...(on.has('partialStatus') && isList
      ? {
          status: 206,
          headers: { ...reply.headers, 'x-total-count': reply.headers?.['x-total-count'] ?? '1', link: '<?offset=0?limit=1>"; rel="self"' },
        }
      : {}),
  }
}

/** Changes a value and everything inside it. `name` is the attribute it stands under. */
function change(value: unknown, name: string, on: ReadonlySet<Deviation>): unknown {
  if (Array.isArray(value)) return value.map((element) => change(element, name, on))
  if (typeof value === 'object' && value !== null) return changeObject(value as Json, on)
  if (typeof value === 'number' && amountNames.has(name) && on.has('amountsAsStrings')) return value.toFixed(2)
  if (typeof value === 'string') return changeText(value, name, on)
  return value
}

function changeObject(object: Json, on: ReadonlySet<Deviation>): Json {
  const result: Json = {}
  for (const [name, inner] of Object.entries(object)) {
    if (on.has('missingOptionals') && optionals.has(name) && !(name === 'validFor' && periods.has(object['@type']))) continue
    const changed = change(inner, name, on)
    const isFlattened = isSingle(changed) && (on.has('singleObjects') || (on.has('resourceObject') && name === 'logicalResource'))
    result[name] = isFlattened ? changed[0] : changed
  }
  if (on.has('unlimitedValue')) {
    if (object.valueName === 'Unlimited') {
      delete result.valueName
      result.value = 'Unlimited'
    }
    if (object.remainingValueName === 'Unlimited') {
      delete result.remainingValueName
      result.remainingValue = 'Unlimited'
    }
  }
  if (on.has('schemaLocation') && object['@type'] !== undefined) result['@schemaLocation'] = 'see documentation'
  return result
}

function changeText(text: string, name: string, on: ReadonlySet<Deviation>): string {
  // 2026-11-22T09:30:00.000Z becomes "2026-11-22 T09:30", as the official samples have it.
  if (on.has('blankDates') && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return `${text.slice(0, 10)} ${text.slice(10, 16)}`
  if (!enumNames.has(name)) return text
  const cased = on.has('enumCase') ? text.charAt(0).toUpperCase() + text.slice(1) : text
  return on.has('trailingBlanks') ? `${cased} ` : cased
}

function isSingle(value: unknown): value is [unknown] {
  return Array.isArray(value) && value.length === 1
}
