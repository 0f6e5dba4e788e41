import type { GuidePlace } from '@mosaic/schemas/guides'
import type { Guide } from '@mosaic/schemas/release'
import { pickText } from '@mosaic/schemas/text'
import { badInput, checkId } from '../actions/inputs.ts'
import type { SaidInRun } from '../call-backs/request.ts'
import type { HomeDependencies } from '../home/compose-home.ts'
import { identify } from '../home/identify.ts'
import type { Visit } from '../home/visit.ts'
import type { MyRequest } from '../me/my-answer.ts'
import type { GuideRunNow, GuideRuns } from './contract.ts'
import { walkNow } from './walk.ts'

/* What a customer may do with guides. Somebody else’s walk and one that there is not are the same to him. */

type Dependencies = Pick<HomeDependencies, 'engine' | 'bss' | 'factsDeadlineMs'> & { guideRuns: GuideRuns }

/** Which guide, on which line, and the step to begin at. `run`: the walk that has been begun. */
export type GuideWanted = {
  guide: string
  run?: string | null | undefined
  line?: string | null | undefined
  from?: string | null | undefined
}
/** Neither an answer nor where to go back to: it begins. */
export type GuideAnswer = GuideWanted & {
  step?: string | null | undefined
  answer?: string | null | undefined
  backTo?: string | null | undefined
}

/** Somebody in a guide. `run` is absent until something has been answered: looking writes nothing down. */
export type Guided = {
  guide: Guide
  visit: Visit
  place: GuidePlace
  run: GuideRunNow | undefined
  /** Somebody else was first: what has been answered did not count. */
  isLate: boolean
}

/** What nobody has touched for so long is begun anew, in milliseconds. */
const patienceMs = 2 * 3_600_000
/** Among so many of his walks the one to go on with is looked for. */
const mostLookedAt = 10

/**
 * Where the customer is in a guide: in the walk that is named, or that has been begun lately and not ended, else at its beginning. `undefined` when there is no such guide.
 * @throws {ClientError} LINE_NOT_FOUND, BRAND_NOT_PUBLISHED, STORE_UNAVAILABLE
 */
export async function lookAt(
  dependencies: Dependencies,
  request: Omit<MyRequest, 'line'>,
  wanted: GuideWanted,
): Promise<Guided | undefined> {
  checkWanted(wanted)
  const { guideRuns } = dependencies
  const { brand, customerId } = request.session
  const named = wanted.run ? await ownRun(guideRuns, request, wanted) : undefined
  if (named) return guided(dependencies, request, wanted, named)
  const beginning = await guided(dependencies, request, wanted, undefined)
  if (!beginning) return undefined
  const lately = request.now.getTime() - patienceMs
  for (const run of await guideRuns.ofCustomer(brand, customerId, mostLookedAt)) {
    const { guideId, lineId, from } = run.run
    const isMeant = guideId === wanted.guide && lineId === beginning.visit.lineId && (!wanted.from || from === wanted.from)
    if (!isMeant || run.at.getTime() < lately) continue
    const found = await guided(dependencies, request, wanted, run)
    return found?.place.outcome === undefined ? found : beginning
  }
  return beginning
}

/**
 * Answers the question the customer is at, goes back to one, or just begins; then says where he is. Of two who answer the same question the second is told where
 * the first has led.
 * @throws {ClientError} BAD_INPUT, LINE_NOT_FOUND, BRAND_NOT_PUBLISHED, TOO_MANY, STORE_UNAVAILABLE
 */
export async function answerGuide(dependencies: Dependencies, request: Omit<MyRequest, 'line'>, wish: GuideAnswer): Promise<Guided> {
  checkWanted(wish)
  const { guideRuns } = dependencies
  const known = wish.run ? await ownRun(guideRuns, request, wish) : undefined
  if (wish.run && !known) throw badInput('run', 'one of the customer’s own walks through this guide', 'another')
  const before = await guided(dependencies, request, wish, known)
  if (!before) throw badInput('guide', 'a guide that is published', 'another')
  if (wish.answer) checkAnswer(before, wish)
  const id = known?.run.id ?? (await begin(guideRuns, before, wish)).id
  const isLate = !(await move(guideRuns, id, before, wish))
  const after = await guided(dependencies, request, wish, await guideRuns.get(id))
  return { ...(after ?? before), isLate }
}

/** What has been found out in a walk, in words; `undefined` for one that is not his. */
export function createSaidInRun(dependencies: Dependencies, now: () => number): SaidInRun {
  return async (session, id) => {
    const run = await dependencies.guideRuns.get(id)
    if (run?.run.brand !== session.brand || run.run.customerId !== session.customerId) return undefined
    const device = { platform: undefined, appVersion: undefined, formFactor: undefined, languages: undefined }
    const { guideId } = run.run
    const found = await guided(dependencies, { session, device, now: new Date(now()) }, { guide: guideId }, run)
    return { guideId, said: found ? saidOf(found) : [] }
  }
}

/** "Che luci vedi?: Rosse", in the customer’s language. */
function saidOf({ visit: { release, locale }, place }: Guided): string[] {
  const say = (text: Parameters<typeof pickText>[0]) => pickText(text, locale, release.brand.defaultLocale)?.value ?? ''
  return place.trail.map(({ title, found }) => `${say(title)}: ${say(found)}`)
}

function checkWanted({ guide, run, line, from, ...others }: GuideAnswer): void {
  for (const [name, id] of Object.entries({ guide, run, line, from, ...others })) if (id) checkId(name, id)
}

async function ownRun(guideRuns: GuideRuns, { session }: Pick<MyRequest, 'session'>, { run: id, guide }: GuideWanted) {
  const found = id ? await guideRuns.get(id) : undefined
  const isHis = found?.run.brand === session.brand && found.run.customerId === session.customerId && found.run.guideId === guide
  return isHis ? found : undefined
}

async function guided(
  dependencies: Dependencies,
  request: Omit<MyRequest, 'line'>,
  wanted: GuideWanted,
  run: GuideRunNow | undefined,
): Promise<Guided | undefined> {
  const visit = identify(dependencies.engine, { ...request, line: run ? run.run.lineId : (wanted.line ?? undefined) })
  const guide = visit.release.care.guides.get(wanted.guide)
  if (!guide) return undefined
  const from = run ? run.run.from : (wanted.from ?? undefined)
  return { guide, visit, run, isLate: false, place: await walkNow(dependencies, visit, guide, { answers: run?.answers ?? [], from }) }
}

function begin(guideRuns: GuideRuns, { guide, visit }: Guided, { from }: GuideAnswer) {
  const { brand, customerId } = visit.session
  return guideRuns.start({ brand, guideId: guide.id, from: from ?? undefined, customerId, lineId: visit.lineId, startedBy: 'customer' })
}

/** An answer there has never been is a mistake of the app’s; one to a question he is not at any more is only late. */
function checkAnswer({ guide }: Guided, { step: id, answer }: GuideAnswer): void {
  const step = guide.steps.find((one) => one.id === id)
  if (!step) throw badInput('step', 'a step of this guide', 'another')
  if (!step.answers?.some((one) => one.id === answer)) throw badInput('answer', 'one of the answers of this step', 'another')
}

async function move(guideRuns: GuideRuns, id: string, { place }: Guided, { step, answer, backTo }: GuideAnswer): Promise<boolean> {
  if (backTo) {
    await guideRuns.backTo(id, backTo, 'customer')
    return true
  }
  if (!step || !answer) return true
  // Where nobody asks this any more, the answer would be kept for nothing.
  const isAsked = place.step.id === step || place.trail.some((mark) => mark.step === step)
  return isAsked && guideRuns.answer(id, { step, answer, by: 'customer' })
}
