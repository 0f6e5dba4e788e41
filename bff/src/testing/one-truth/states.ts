/// <reference lib="esnext.temporal" />
import { methodNames, methods, policyOf, type MethodName } from '@mosaic/schemas/bss'
import type { ReleaseBody } from '@mosaic/schemas/release'
import type { Rule, RuleGroup } from '@mosaic/schemas/rules'
import fc, { type Arbitrary } from 'fast-check'
import type { Fault } from '../../../simulator/faults/types.ts'
import type { SimCustomer } from '../../../simulator/population/types.ts'
import { reachMs, releases } from './releases.ts'

/* What happens between two rounds of questions: time goes by, systems fail and recover, somebody tops up, another release goes live. */

export type Change =
  | { kind: 'time'; by: number }
  /** To the moment at which what has just been asked of a method reaches an age, and so many milliseconds off it. */
  | { kind: 'age'; method: MethodName; of: 't1Ms' | 't2Ms' | 'failureMemoryMs'; off: number }
  /**
   * To the millisecond after one of the next moments at which something on the page may turn; asked at that moment too, and so many milliseconds before it,
   * so that there is something that could be kept too long.
   */
  | { kind: 'edge'; of: EdgeKind; nth: number; before: number }
  /** With `isFelt`, what is known of the method has reached T1 by then. */
  | { kind: 'fault'; method: MethodName | 'all'; fault: Fault; isFelt: boolean }
  | { kind: 'recovery' }
  | { kind: 'top-up'; customer: number; amount: number; fault?: Fault }
  | { kind: 'release'; body: ReleaseBody }

const edgeKinds = ['validity', 'quarter', 'midnight', 'hour', 'switch', 'data', 'span', 'rule'] as const
export type EdgeKind = (typeof edgeKinds)[number]

const reads = methodNames.filter((name) => !methods[name].isWrite)
const off = fc.constantFrom(-1, 0, 0, 1)
const before = fc.constantFrom(1, 1_000, 14_000, 120_000)
const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** These strike every call or none, and say the same each time. What would take long takes as long as the policies allow. */
const faults: Arbitrary<Fault> = fc.oneof(
  fc.constantFrom(404, 429, 500, 503).map((status): Fault => ({ kind: 'error', status })),
  fc.constant<Fault>({ kind: 'error', status: 503, retryAfterSeconds: 30 }),
  fc.constantFrom<Fault>(
    { kind: 'hang' },
    { kind: 'hang' },
    { kind: 'hangAfterHeaders' },
    { kind: 'reset' },
    { kind: 'redirect' },
    { kind: 'latency', ms: 5 },
  ),
  fc.constantFrom('html', 'truncated', 'binary', 'empty').map((body): Fault => ({ kind: 'garbage', body })),
  fc.constantFrom<Fault>({ kind: 'sloppy' }, { kind: 'sloppy' }, { kind: 'wrongTypes' }),
)
/** A top-up whose effect is not to come for as long as the test runs, one that is answered with an error, and one nobody knows of. */
const topUpFaults = fc.constantFrom<Fault>(
  { kind: 'asynchronous', afterMs: 600_000 },
  { kind: 'error', status: 500 },
  { kind: 'error', status: 500, afterHandling: true },
)

/** @param today epoch milliseconds. */
export function changes(today: number): Arbitrary<Change> {
  const method = fc.constantFrom(...reads)
  // What turns to the millisecond is what is most easily kept too long.
  const edgeKind = fc.constantFrom<EdgeKind>(...edgeKinds, 'validity', 'validity', 'data', 'data')
  const struck = fc.oneof(method, fc.constant('all' as const))
  return fc.oneof(
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('time' as const),
        by: fc.constantFrom(1, 999, 15_000, 60_000, 300_000, 300_000, hourMs, dayMs, 31 * dayMs),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('age' as const),
        method,
        of: fc.constantFrom('t1Ms' as const, 't1Ms' as const, 't2Ms' as const, 'failureMemoryMs' as const),
        off,
      }),
    },
    {
      weight: 16,
      arbitrary: fc.record({ kind: fc.constant('edge' as const), of: edgeKind, nth: fc.nat(3), before }),
    },
    { weight: 10, arbitrary: fc.record({ kind: fc.constant('fault' as const), method: struck, fault: faults, isFelt: fc.boolean() }) },
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('recovery' as const) }) },
    {
      weight: 2,
      arbitrary: fc.record(
        { kind: fc.constant('top-up' as const), customer: fc.nat(2), amount: fc.constantFrom(500, 1_000, 50_000), fault: topUpFaults },
        { requiredKeys: ['kind', 'customer', 'amount'] },
      ),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('release' as const), body: releases(today) }) },
  )
}

/** When a walk begins, in epoch milliseconds: around today, or right before the clocks change. */
export function starts(today: number): Arbitrary<number> {
  const switches = ['Europe/Rome', 'America/St_Johns', 'Pacific/Auckland'].flatMap((zone) => nextSwitch(today, zone))
  return fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: today - reachMs, max: today + reachMs }) },
    { weight: 1, arbitrary: fc.constantFrom(...switches).chain((at) => fc.integer({ min: at - 2 * hourMs, max: at + hourMs })) },
  )
}

/** The moments after `now` at which something of that kind may turn on these customers' pages, the next first. */
export function edgesAfter(now: number, of: EdgeKind, body: ReleaseBody, customers: readonly SimCustomer[]): number[] {
  return [...new Set(edges[of]({ now, body, customers }))].filter((edge) => edge > now).toSorted((one, other) => one - other)
}

/** How long it takes until what is known of a method reaches an age, in milliseconds; of all of them, the last one. */
export function agingMs(method: MethodName | 'all', of: 't1Ms' | 't2Ms' | 'failureMemoryMs', { policies }: ReleaseBody): number {
  const names = method === 'all' ? reads : [method]
  return Math.max(...names.map((name) => policyOf(name, policies[name])[of]))
}

type Scene = { now: number; body: ReleaseBody; customers: readonly SimCustomer[] }

const edges: Readonly<Record<EdgeKind, (scene: Scene) => number[]>> = {
  validity: ({ body }) =>
    body.contents.flatMap(({ validFrom, validUntil }) => [validFrom, validUntil].flatMap((at) => (at ? [Date.parse(at)] : []))),
  quarter: ({ now }) => [1, 2, 3, 4].map((count) => (Math.floor(now / (15 * 60_000)) + count) * 15 * 60_000),
  midnight: ({ now, body }) => [1, 2, 28, 31].map((days) => localDay(now, body).add({ days }).startOfDay().epochMilliseconds),
  hour: ({ now, body }) => {
    const named = leavesOf(body)
      .filter(({ field }) => field === 'now.timeOfDay')
      .flatMap(({ value }) => [value].flat())
    const times = [...named.filter((value): value is string => typeof value === 'string' && value !== ''), '05:00', '13:00', '18:00']
    return times.flatMap((time) => [0, 1].map((days) => localDay(now, body).add({ days }).withPlainTime(time).epochMilliseconds))
  },
  switch: ({ now, body }) => nextSwitch(now, body.brand.timeZone),
  data: ({ body, customers }) => {
    const days = body.contents.flatMap(({ fields: { withinDays } }) => (typeof withinDays === 'number' ? [withinDays] : []))
    return customers.flatMap(datesOf).flatMap((date) => [date, ...days.map((count) => date - count * dayMs)])
  },
  // Hours are counted to the millisecond, so an answer turns that long before or after a date of the customer.
  span: ({ body, customers }) => {
    const hours = leavesOf(body).flatMap(({ value }) =>
      value !== null && typeof value === 'object' && 'unit' in value && value.unit === 'hours' ? [value.amount] : [],
    )
    return customers.flatMap(datesOf).flatMap((date) => hours.flatMap((count) => [date - count * hourMs, date + count * hourMs]))
  },
  rule: ({ body }) =>
    leavesOf(body)
      .flatMap(({ value }) => [value].flat())
      .flatMap((value) => (typeof value === 'string' && /^\d{4}-/.test(value) ? [value] : []))
      .flatMap((text) => (text.length > 10 ? [Date.parse(text)] : [0, 1].map((days) => dayStart(text, days, body)))),
}

function datesOf({ since, account, lines }: SimCustomer): number[] {
  const bills = account?.bills.slice(0, 2).flatMap(({ issuedOn, dueOn }) => [issuedOn, dueOn]) ?? []
  const own = lines
    .slice(0, 3)
    .flatMap(({ activatedOn, renewsOn, creditExpiresOn, counters }) => [
      activatedOn,
      renewsOn,
      creditExpiresOn,
      ...counters.map(({ resetsOn }) => resetsOn),
    ])
  return [since, ...bills, ...own].flatMap((date) => (date ? [date.getTime()] : []))
}

function leavesOf({ triggers }: ReleaseBody): Rule[] {
  const leaves = (node: Rule | RuleGroup): Rule[] => ('rules' in node ? node.rules.flatMap(leaves) : [node])
  return triggers.flatMap(({ rule }) => leaves(rule))
}

function localDay(now: number, { brand }: ReleaseBody): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(brand.timeZone)
}

function dayStart(day: string, later: number, { brand }: ReleaseBody): number {
  return Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(brand.timeZone).epochMilliseconds
}

function nextSwitch(now: number, zone: string): number[] {
  const next = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).getTimeZoneTransition('next')
  return next ? [next.epochMilliseconds] : []
}
