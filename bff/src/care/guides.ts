import type { Guide } from '@mosaic/schemas/release'
import type { Truth } from '@mosaic/schemas/rules'
import { begin, goOn, guided, unended, walksLately, type Guided, type GuideRequest, type GuideStepTaken } from '../guides/guided.ts'
import type { GuideRunNow, Helper } from '../guides/contract.ts'
import { openTicket } from '../guides/open-ticket.ts'
import { judgeFor, walkNow } from '../guides/walk.ts'
import { identify } from '../home/identify.ts'
import { badInput } from '../actions/inputs.ts'
import type { MyRequest } from '../me/my-answer.ts'
import { asked, type Customer } from './asked.ts'
import type { CareContext } from './graphql/context.ts'
import { findSaid } from './targets.ts'

/* Guides at the desk: which fit a customer, and the walks that he and his agent take together. */

/** A guide, and whether it is about this customer: true when something that it looks up by itself, or that leads to it, holds for him. */
export type FittingGuide = { guide: Guide; fits: Truth; /** Where it begins for him. */ found: Guided | undefined }
/** A walk that has been begun. */
export type Walking = Guided & { run: GuideRunNow }
/** The same, and whose it is, before it is known where it stands. */
export type Walked = { customer: Customer; run: GuideRunNow }

/** Agents look at the newest only. */
const mostShown = 4

/**
 * The guides that answer to what a customer says, those that are about him first. Without a customer it is not known.
 * @throws {ClientError} LINE_NOT_FOUND, BRAND_NOT_PUBLISHED
 */
export async function fittingGuides(
  context: CareContext,
  guides: ReadonlyMap<string, Guide>,
  said: string,
  request: MyRequest | undefined,
): Promise<FittingGuide[]> {
  const found = findSaid([...guides.values()], said)
  if (!request) return found.map((guide) => ({ guide, fits: undefined, found: undefined }))
  const visit = identify(context.engine, request)
  const judge = judgeFor(context, visit)
  const fitting: FittingGuide[] = []
  // One after the other: each adds to what is known, and most of them ask about the same.
  for (const guide of found) {
    const place = await walkNow(context, visit, guide, { answers: [], from: undefined }, judge)
    const fits = place.trail.some(({ truth }) => truth === true) || (await isLedTo(guide))
    fitting.push({ guide, fits, found: { guide, visit, place, run: undefined, late: undefined } })
  }
  // Sorting keeps the order of those that are equal.
  return fitting.sort((one, other) => rank(one.fits) - rank(other.fits))

  async function isLedTo({ id }: Guide): Promise<Truth> {
    const triggers = [...visit.release.care.targets.values()].flatMap(({ target, trigger }) =>
      target.guide === id && trigger ? [trigger] : [],
    )
    const truths: Truth[] = []
    for (const trigger of triggers) truths.push(await judge.ask(trigger))
    if (truths.includes(true)) return true
    return truths.length > 0 && truths.every((truth) => truth === false) ? false : undefined
  }
}

/** What the customer has walked lately, newest first; also what has come to an end. */
export async function latelyWalked(context: CareContext, customer: Customer): Promise<Walking[]> {
  const { request } = await asked(context, customer)
  const runs = (await walksLately(context, request.session, context.moment)).filter(({ run: { lineId } }) => isHis(customer, lineId))
  const walks = await Promise.all(runs.slice(0, mostShown).map((run) => walking(context, request, run)))
  return walks.filter((walk) => walk !== undefined)
}

/** One walk of a customer of the brand, and whose it is; `undefined` for every other. */
export async function walkOf(
  context: CareContext,
  brand: string,
  id: string,
): Promise<{ customer: Customer; run: GuideRunNow } | undefined> {
  // Whatever could be no id is none: keys of the store have bounds of their own.
  const run = /^[\w-]{1,64}$/.test(id) ? await context.guideRuns.get(id) : undefined
  if (run?.run.brand !== brand) return undefined
  const person = await context.directory.person(brand, run.run.customerId)
  const customer = person && { ...person, brand }
  return customer && isHis(customer, run.run.lineId) ? { customer, run } : undefined
}

/** Where a walk stands. */
export async function seenNow(context: CareContext, { customer, run }: Walked): Promise<Walking | undefined> {
  const { request } = await asked(context, customer)
  return walking(context, request, run)
}

/**
 * Goes on with what the customer has begun lately, or begins.
 * @throws {ClientError} BAD_INPUT, LINE_NOT_FOUND, TOO_MANY, STORE_UNAVAILABLE
 */
export async function startGuide(
  context: CareContext,
  customer: Customer,
  { guide, line }: { guide: string; line: string | undefined },
  helper: Helper,
): Promise<Walking> {
  const { request } = await asked(context, customer, line)
  const beginning = await guided(context, request, { guide, line }, undefined)
  if (!beginning) throw badInput('guide', 'a guide that is published', 'another')
  const before = await unended(context, request, { guide, line }, beginning.visit.lineId)
  if (before?.run) await context.guideRuns.join(before.run.run.id, helper)
  const run = before?.run
    ? await context.guideRuns.get(before.run.run.id)
    : await begin(context, beginning, undefined, { by: 'agent', helper })
  const found = run && (await walking(context, request, run))
  if (!found) throw badInput('guide', 'a guide that can be begun', 'another')
  return found
}

/** Takes a step for the customer. @throws {ClientError} BAD_INPUT, TOO_MANY, STORE_UNAVAILABLE */
export async function stepFor(
  context: CareContext,
  { customer, run }: Walked,
  taken: GuideStepTaken,
  helper: Helper,
): Promise<Walking | undefined> {
  const { request } = await asked(context, customer)
  const before = await walking(context, request, run)
  if (!before) return undefined
  const after = await goOn(context, request, before, taken, { by: 'agent', helper })
  return { ...after, run: after.run ?? before.run }
}

/** Opens a ticket on his behalf. @throws {ClientError} BAD_INPUT, STORE_UNAVAILABLE */
export async function reportFor(context: CareContext, { customer, run: { run } }: Walked, idempotencyKey: string) {
  const { request } = await asked(context, customer)
  const { status, message } = await openTicket(context, request, { run: run.id, idempotencyKey })
  const stands = await context.guideRuns.get(run.id)
  return { status, message: message.value, walk: stands && (await walking(context, request, stands)) }
}

async function walking(context: CareContext, request: GuideRequest, run: GuideRunNow): Promise<Walking | undefined> {
  const found = await guided(context, request, { guide: run.run.guideId }, run)
  return found && { ...found, run }
}

function isHis({ lines }: Customer, lineId: string | undefined): boolean {
  return lineId === undefined || lines.some(({ id }) => id === lineId)
}

function rank(fits: Truth): number {
  return fits === true ? 0 : fits === undefined ? 1 : 2
}
