import type { GuidePlace } from '@mosaic/schemas/guides'
import type { Guide } from '@mosaic/schemas/release'
import { pickText, type Locale } from '@mosaic/schemas/text'
import { badInput, checkId } from '../actions/inputs.ts'
import type { HomeDependencies } from '../home/compose-home.ts'
import { identify } from '../home/identify.ts'
import type { Visit } from '../home/visit.ts'
import type { MyRequest } from '../me/my-answer.ts'
import type { GuideRun, GuideRunNow, GuideRuns, Party } from './contract.ts'
import { judgeAsReported } from './reported.ts'
import { judgeFor, walkNow } from './walk.ts'

/* Somebody in a guide: the same for the customer in his app and for the agent at the desk, so that both are at the same step. */

export type GuideDependencies = Pick<HomeDependencies, 'engine' | 'bss' | 'factsDeadlineMs'> & { guideRuns: GuideRuns }
/** On whose behalf, in which language, and when. */
export type GuideRequest = Omit<MyRequest, 'line'>

/** Which guide, on which line, and the step to begin at; a walk that has been begun knows the last two itself. */
export type GuideBeginning = { guide: string; line?: string | null | undefined; from?: string | null | undefined }
/** An answer to a question, or where to go back to; neither: nothing moves. */
export type GuideStepTaken = { step?: string | null | undefined; answer?: string | null | undefined; backTo?: string | null | undefined }

/** Somebody in a guide. `run` is absent until something has been answered: looking writes nothing down. */
export type Guided = {
  guide: Guide
  visit: Visit
  place: GuidePlace
  run: GuideRunNow | undefined
  /** Somebody else was first, so what has been said did not count: he has answered the question, or gone back from it. */
  late: 'answered' | 'back' | undefined
}

/** What nobody has touched for so long is begun anew, in milliseconds. */
const patienceMs = 2 * 3_600_000
/** Among so many walks of a customer the one to go on with is looked for. */
const mostLookedAt = 10

/**
 * Where somebody is; `undefined` when there is no such guide.
 * @throws {ClientError} LINE_NOT_FOUND, BRAND_NOT_PUBLISHED
 */
export async function guided(
  dependencies: GuideDependencies,
  request: GuideRequest,
  wanted: GuideBeginning,
  run: GuideRunNow | undefined,
): Promise<Guided | undefined> {
  const visit = identify(dependencies.engine, { ...request, line: run ? run.run.lineId : (wanted.line ?? undefined) })
  const guide = visit.release.care.guides.get(wanted.guide)
  if (!guide) return undefined
  const from = run ? run.run.from : (wanted.from ?? undefined)
  const judge = judgeAsReported(run, judgeFor(dependencies, visit))
  return {
    guide,
    visit,
    run,
    late: undefined,
    place: await walkNow(dependencies, visit, guide, { answers: run?.answers ?? [], from }, judge),
  }
}

/** The walks of a customer that somebody has touched lately, newest first. @param now a moment */
export async function walksLately(
  { guideRuns }: Pick<GuideDependencies, 'guideRuns'>,
  { brand, customerId }: Pick<GuideRun, 'brand' | 'customerId'>,
  now: Date,
): Promise<GuideRunNow[]> {
  const lately = now.getTime() - patienceMs
  return (await guideRuns.ofCustomer(brand, customerId, mostLookedAt)).filter(({ at }) => at.getTime() >= lately)
}

/** The walk to go on with: through this guide, on the same line, from the same step if that is said, or with somebody who helps; one that has ended is none. */
export async function unended(
  dependencies: GuideDependencies,
  request: GuideRequest,
  wanted: GuideBeginning,
  lineId: string | undefined,
): Promise<Guided | undefined> {
  const walks = await walksLately(dependencies, request.session, request.now)
  const newest = walks.find(
    ({ run, helped }) =>
      // Whoever helps begins where he likes.
      run.guideId === wanted.guide && run.lineId === lineId && (!wanted.from || run.from === wanted.from || helped !== undefined),
  )
  const found = newest && !newest.report && (await guided(dependencies, request, wanted, newest))
  return found && found.place.outcome === undefined ? found : undefined
}

/** Begins a walk where somebody is. @throws {ClientError} TOO_MANY, STORE_UNAVAILABLE */
export async function begin(
  { guideRuns }: Pick<GuideDependencies, 'guideRuns'>,
  { guide, visit }: Guided,
  from: string | undefined,
  party: Party,
): Promise<GuideRunNow | undefined> {
  const { brand, customerId } = visit.session
  const { id } = await guideRuns.start({ brand, guideId: guide.id, from, customerId, lineId: visit.lineId }, party)
  return guideRuns.get(id)
}

/**
 * Takes a step in a walk that has been begun, and says where it has led. Of two who answer the same question the second is told where the first has led.
 * @throws {ClientError} BAD_INPUT, TOO_MANY, STORE_UNAVAILABLE
 */
export async function goOn(
  dependencies: GuideDependencies,
  request: GuideRequest,
  before: Guided & { run: GuideRunNow },
  taken: GuideStepTaken,
  party: Party,
): Promise<Guided> {
  if (taken.answer) checkAnswer(before, taken)
  const hasMoved = await move(dependencies.guideRuns, before, taken, party)
  const after = await guided(dependencies, request, { guide: before.guide.id }, await dependencies.guideRuns.get(before.run.run.id))
  const stands = after ?? before
  if (hasMoved) return stands
  return { ...stands, late: stands.place.trail.some(({ step }) => step === taken.step) ? 'answered' : 'back' }
}

/** "Che luci vedi?: Rosse", in the language of who reads it. */
export function saidOf({ visit: { release }, place }: Guided, locale: Locale): string[] {
  const say = (text: Parameters<typeof pickText>[0]) => pickText(text, locale, release.brand.defaultLocale)?.value ?? ''
  return place.trail.map(({ title, found }) => `${say(title)}: ${say(found)}`)
}

/** @throws {ClientError} BAD_INPUT */
export function checkIds(ids: Readonly<Record<string, string | null | undefined>>): void {
  for (const [name, id] of Object.entries(ids)) if (id) checkId(name, id)
}

/** An answer there has never been is a mistake of the app’s; one to a question he is not at any more is only late. */
export function checkAnswer({ guide }: Guided, { step: id, answer }: GuideStepTaken): void {
  const step = guide.steps.find((one) => one.id === id)
  if (!step) throw badInput('step', 'a step of this guide', 'another')
  if (!step.answers?.some((one) => one.id === answer)) throw badInput('answer', 'one of the answers of this step', 'another')
}

async function move(guideRuns: GuideRuns, { place, run: seen }: Guided & { run: GuideRunNow }, taken: GuideStepTaken, party: Party) {
  const { step, answer, backTo } = taken
  const { id } = seen.run
  if (backTo) {
    await guideRuns.backTo(id, backTo, party)
    return true
  }
  if (!step || !answer) return true
  if (place.step.id === step) return guideRuns.answer(id, { step, answer, ...party }, seen.moves)
  // Where nobody asks this any more, the answer would be kept for nothing; said twice is no other answer.
  return seen.answers.findLast((one) => one.step === step)?.answer === answer
}
