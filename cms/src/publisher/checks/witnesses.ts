import type { Attribute, Clock, Fact, Span } from '@mosaic/schemas/rules'
import type { Literal } from './satisfiable.ts'

/**
 * Values of an attribute that stand for all others as far as these comparisons go: each constant, its neighbours, and something
 * between any two. Where a comparison changes its mind, one of them is on either side.
 */
export function witnessesOf({ type, options }: Attribute, literals: readonly Literal[], clock: Clock): Fact[] {
  switch (type) {
    case 'boolean':
      return [null, true, false]
    case 'number':
    case 'money':
      return [
        null,
        ...around(numbersOf(literals), type === 'money' ? 1 : 0.5).map((value) => (type === 'money' ? Math.round(value) : value)),
      ]
    case 'time':
      return [null, ...everyMinute]
    case 'date':
      return [null, ...around(instantsOf(literals, clock), 1).map((instant) => new Date(instant).toISOString())]
    case 'set':
      return [null, [], textsOf(literals.filter(({ rule, isNegated }) => (rule.operator === 'contains') !== isNegated))]
    case 'string':
      return [null, ...(options ? options.map(({ value }) => value) : wordsOf(literals))]
  }
}

const everyMinute = Array.from({ length: 24 * 60 }, (_, minute) => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`)

/** The points, their neighbours, and the middle of each gap. */
function around(points: readonly number[], step: number): number[] {
  const sorted = [...new Set(points)].sort((a, b) => a - b)
  const gaps = sorted.slice(1).map((point, at) => (point + sorted[at]!) / 2)
  return [...sorted.flatMap((point) => [point - step, point, point + step]), ...gaps, 0]
}

function numbersOf(literals: readonly Literal[]): number[] {
  return literals.flatMap(({ rule: { value } }) => (Array.isArray(value) ? value : [value])).filter((value) => typeof value === 'number')
}

function textsOf(literals: readonly Literal[]): string[] {
  return literals.flatMap(({ rule: { value } }) => (Array.isArray(value) ? value : [value])).filter((value) => typeof value === 'string')
}

/** Each text named, and one that begins and goes on as all comparisons might want; each also with an end that nobody named. */
function wordsOf(literals: readonly Literal[]): string[] {
  const beginnings = textsOf(literals.filter(({ rule }) => rule.operator === 'beginsWith'))
  const parts = textsOf(literals.filter(({ rule }) => rule.operator === 'contains')).join('')
  const words = [...textsOf(literals), parts, ...beginnings.map((beginning) => beginning + parts)]
  return words.flatMap((word) => [word, `${word}\u{10ffff}`])
}

/** The instants in question: days and moments named, and the ends of spans, give or take a day for the length of local days. */
function instantsOf(literals: readonly Literal[], clock: Clock): number[] {
  const now = clock.now.getTime()
  const hour = 3_600_000
  const day = 24 * hour
  const lengths: Record<Span['unit'], number> = { hours: hour, days: day, months: 30.44 * day }
  const points = literals.flatMap(({ rule: { value } }) => {
    if (typeof value === 'string' || Array.isArray(value)) {
      return (Array.isArray(value) ? value : [value]).map((text) => Date.parse(String(text))).filter((instant) => !Number.isNaN(instant))
    }
    if (typeof value !== 'object' || value === null) return []
    const length = value.amount * lengths[value.unit]
    return [now - length, now + length]
  })
  const near = (point: number) => [point - 4 * day, point - day, point - hour / 2, point, point + hour / 2, point + day, point + 4 * day]
  return [now, ...points.flatMap(near), now + hour / 2, now - hour / 2]
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
