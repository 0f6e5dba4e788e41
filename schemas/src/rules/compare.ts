import { parseTime } from './calendar.ts'
import type { AttributeType, Clock, Fact, Operator, Rule, Span, Truth } from './types.ts'
import { instantOf, windowOf, windowOfSpan, type DateWindow, type Edge } from './windows.ts'

const minuteMs = 60_000

/** One comparison, ready to be asked of a fact: unknown when the fact is not known, is empty, or is not of the attribute's type. */
export type Comparison = (fact: Fact, clock: Clock) => Truth

/**
 * The comparison of a rule that has passed the check. "Is missing" and "is present" are the only operators an empty fact answers:
 * every other one is unknown for it, so data that is missing never shows anything.
 *
 * @param moves whether the fact is the moment itself: then the answer may turn by waiting.
 */
export function comparisonOf(type: AttributeType, { operator, value }: Rule, moves = false): Comparison {
  if (operator === 'null' || operator === 'notNull') return presence(type, operator)
  switch (type) {
    case 'string':
      return typeof value === 'string' ? ofText(operator, value) : ofList(operator, value as string[])
    case 'boolean':
      return (fact) => (typeof fact === 'boolean' ? fact === value : undefined)
    case 'set':
      return ofSet(operator, value as string)
    case 'date':
      return ofDate(operator, dateWindow(operator, value), moves)
    case 'time':
      return ofTime(operator, value as string | string[], moves)
    case 'number':
    case 'money':
      return ofNumber(type, operator, value as number | number[])
  }
}

function presence(type: AttributeType, operator: 'null' | 'notNull'): Comparison {
  const whenEmpty = operator === 'null'
  return (fact, clock) => {
    if (fact === undefined) return undefined
    if (fact === null) return whenEmpty
    if (!isOfType(type, fact, clock)) return undefined
    return type === 'set' && (fact as readonly string[]).length === 0 ? whenEmpty : !whenEmpty
  }
}

function ofText(operator: Operator, value: string): Comparison {
  switch (operator) {
    case '=':
      return (fact) => (typeof fact === 'string' ? fact === value : undefined)
    case '!=':
      return (fact) => (typeof fact === 'string' ? fact !== value : undefined)
    case 'contains':
      return (fact) => (typeof fact === 'string' ? fact.includes(value) : undefined)
    case 'doesNotContain':
      return (fact) => (typeof fact === 'string' ? !fact.includes(value) : undefined)
    default:
      return (fact) => (typeof fact === 'string' ? fact.startsWith(value) : undefined)
  }
}

function ofList(operator: Operator, values: readonly string[]): Comparison {
  const listed = new Set(values)
  const whenListed = operator === 'in'
  return (fact) => (typeof fact === 'string' ? listed.has(fact) === whenListed : undefined)
}

function ofSet(operator: Operator, value: string): Comparison {
  const whenThere = operator === 'contains'
  return (fact) => (isSet(fact) ? fact.includes(value) === whenThere : undefined)
}

function ofNumber(type: 'number' | 'money', operator: Operator, value: number | readonly number[]): Comparison {
  const [low, high] = typeof value === 'number' ? [value, value] : [value[0]!, value[1]!]
  const holds = inOrder(operator, low, high)
  return type === 'money' ? (fact) => (isMoney(fact) ? holds(fact) : undefined) : (fact) => (isNumber(fact) ? holds(fact) : undefined)
}

/** Both ends count, and a window whose end comes before its beginning goes over midnight. */
function ofTime(operator: Operator, value: string | readonly string[], moves: boolean): Comparison {
  const [low, high] = typeof value === 'string' ? [parseTime(value), parseTime(value)] : [parseTime(value[0]!), parseTime(value[1]!)]
  const holds = low <= high ? inOrder(operator, low, high) : inOrder(operator === 'between' ? 'notBetween' : 'between', high + 1, low - 1)
  return (fact, clock) => {
    if (typeof fact !== 'string') return undefined
    const minutes = parseTime(fact)
    if (moves) limitTo(clock, nextMinute(clock.now.getTime()))
    return Number.isNaN(minutes) ? undefined : holds(minutes)
  }
}

function inOrder(operator: Operator, low: number, high: number): (actual: number) => boolean {
  switch (operator) {
    case '=':
      return (actual) => actual === low
    case '!=':
      return (actual) => actual !== low
    case '<':
      return (actual) => actual < low
    case '<=':
      return (actual) => actual <= low
    case '>':
      return (actual) => actual > low
    case '>=':
      return (actual) => actual >= low
    case 'between':
      return (actual) => actual >= low && actual <= high
    default:
      return (actual) => actual < low || actual > high
  }
}

function dateWindow(operator: Operator, value: Rule['value']): DateWindow {
  if (typeof value === 'string') return windowOf(value)!
  if (Array.isArray(value)) return { from: windowOf(String(value[0]))!.from, until: windowOf(String(value[1]))!.until }
  return windowOfSpan(operator, value as Span)
}

function ofDate(operator: Operator, window: DateWindow, moves: boolean): Comparison {
  const holds = againstWindow(operator)
  return (fact, clock) => {
    if (typeof fact !== 'string') return undefined
    const instant = instantOf(fact, clock)
    if (Number.isNaN(instant)) return undefined
    const [from, until] = [window.from(clock), window.until(clock)]
    limitToMeeting(clock, instant, moves, from, window.from)
    limitToMeeting(clock, instant, moves, until, window.until)
    return holds(instant, from, until)
  }
}

/** When one of the two moves towards the other, the answer may turn once they have met, and not before. */
function limitToMeeting(clock: Clock, instant: number, moves: boolean, at: number, edge: Edge): void {
  if (clock.horizon === undefined || moves === (edge.moves === true)) return
  // A fact that moves turns the answer when it gets there; an edge that moves, a millisecond after it has.
  const distance = moves ? at - instant : instant - at + 1
  if (distance > 0) limitTo(clock, clock.now.getTime() + distance)
}

function limitTo({ horizon }: Clock, until: number): void {
  if (horizon && until < horizon.until) horizon.until = until
}

function nextMinute(instant: number): number {
  return (Math.floor(instant / minuteMs) + 1) * minuteMs
}

function againstWindow(operator: Operator): (instant: number, from: number, until: number) => boolean {
  switch (operator) {
    case '<':
    case 'olderThan':
      return (instant, from) => instant < from
    case '<=':
      return (instant, _, until) => instant < until
    case '>':
    case 'furtherThan':
      return (instant, _, until) => instant >= until
    case '>=':
      return (instant, from) => instant >= from
    case '!=':
    case 'notBetween':
      return (instant, from, until) => instant < from || instant >= until
    default:
      return (instant, from, until) => instant >= from && instant < until
  }
}

function isOfType(type: AttributeType, fact: Fact, clock: Clock): boolean {
  switch (type) {
    case 'string':
      return typeof fact === 'string'
    case 'boolean':
      return typeof fact === 'boolean'
    case 'number':
      return isNumber(fact)
    case 'money':
      return isMoney(fact)
    case 'set':
      return isSet(fact)
    case 'date':
      return typeof fact === 'string' && !Number.isNaN(instantOf(fact, clock))
    case 'time':
      return typeof fact === 'string' && !Number.isNaN(parseTime(fact))
  }
}

function isNumber(fact: Fact): fact is number {
  return typeof fact === 'number' && Number.isFinite(fact)
}

function isMoney(fact: Fact): fact is number {
  return Number.isSafeInteger(fact)
}

function isSet(fact: Fact): fact is readonly string[] {
  if (!Array.isArray(fact)) return false
  for (let at = 0; at < fact.length; at++) if (typeof fact[at] !== 'string') return false
  return true
}
