import { badInput } from '../actions/inputs.ts'
import type { SaidInRun } from '../call-backs/request.ts'
import type { GuideRunNow } from './contract.ts'
import {
  begin,
  checkAnswer,
  checkIds,
  goOn,
  guided,
  saidOf,
  unended,
  type GuideBeginning,
  type GuideDependencies,
  type Guided,
  type GuideRequest,
  type GuideStepTaken,
} from './guided.ts'

/* What a customer may do with guides. Somebody else’s walk and one that there is not are the same to him. */

/** Which guide, on which line, and the step to begin at. `run`: the walk that has been begun. */
export type GuideWanted = GuideBeginning & { run?: string | null | undefined }
/** Neither an answer nor where to go back to: it begins. */
export type GuideAnswer = GuideWanted & GuideStepTaken

const customer = { by: 'customer' } as const

/**
 * Where the customer is in a guide: in the walk that is named, or that has been begun lately and not ended, else at its beginning. `undefined` when there is no such guide.
 * @throws {ClientError} LINE_NOT_FOUND, BRAND_NOT_PUBLISHED, STORE_UNAVAILABLE
 */
export async function lookAt(
  dependencies: GuideDependencies,
  request: GuideRequest,
  { run, ...wanted }: GuideWanted,
): Promise<Guided | undefined> {
  checkIds({ run, ...wanted })
  const named = run ? await ownRun(dependencies, request, run, wanted.guide) : undefined
  if (named) return orWhereHelped(dependencies, request, wanted.guide, named)
  const beginning = await guided(dependencies, request, wanted, undefined)
  return beginning && ((await unended(dependencies, request, wanted, beginning.visit.lineId)) ?? beginning)
}

/**
 * Answers the question the customer is at, goes back to one, or just begins; then says where he is. Of two who answer the same question the second is told where
 * the first has led. Without a walk it goes on with the one that has been begun lately, by whomever, or begins one.
 * @throws {ClientError} BAD_INPUT, LINE_NOT_FOUND, BRAND_NOT_PUBLISHED, TOO_MANY, STORE_UNAVAILABLE
 */
export async function answerGuide(dependencies: GuideDependencies, request: GuideRequest, wish: GuideAnswer): Promise<Guided> {
  const { step, answer, backTo, ...wanted } = wish
  checkIds(wish)
  if (wish.run && !(await ownRun(dependencies, request, wish.run, wish.guide)))
    throw badInput('run', 'one of the customer’s own walks through this guide', 'another')
  const before = await lookAt(dependencies, request, wanted)
  if (!before) throw badInput('guide', 'a guide that is published', 'another')
  // What makes no sense begins nothing.
  if (answer) checkAnswer(before, { step, answer })
  const run = before.run ?? (await begin(dependencies, before, wish.from ?? undefined, customer))
  return run ? goOn(dependencies, request, { ...before, run }, { step, answer, backTo }, customer) : before
}

/** What has been found out in a walk, in words; `undefined` for one that is not his. */
export function createSaidInRun(dependencies: GuideDependencies, now: () => number): SaidInRun {
  return async (session, id) => {
    const run = await dependencies.guideRuns.get(id)
    if (run?.run.brand !== session.brand || run.run.customerId !== session.customerId) return undefined
    const device = { platform: undefined, appVersion: undefined, formFactor: undefined, languages: undefined }
    const { guideId } = run.run
    const found = await guided(dependencies, { session, device, now: new Date(now()) }, { guide: guideId }, run)
    return { guideId, said: found ? saidOf(found, found.visit.locale) : [] }
  }
}

/** Whoever helps may have begun anew what has ended on the customer’s page. */
async function orWhereHelped(dependencies: GuideDependencies, request: GuideRequest, guide: string, named: GuideRunNow) {
  const here = await guided(dependencies, request, { guide }, named)
  if (here?.place.outcome === undefined) return here
  const newer = await unended(dependencies, request, { guide }, named.run.lineId)
  return newer?.run?.helped && newer.run.at > named.at ? newer : here
}

async function ownRun({ guideRuns }: GuideDependencies, { session }: GuideRequest, id: string, guide: string) {
  const found = await guideRuns.get(id)
  const isHis = found?.run.brand === session.brand && found.run.customerId === session.customerId && found.run.guideId === guide
  return isHis ? found : undefined
}
