import type { ReadMethodName } from '@mosaic/schemas/bss'
import type { CompiledContent, CompiledRelease, CompiledSurface } from '../release/compile.ts'
import { createAnswers, stampOf, type Answers } from './answers.ts'
import type { HomeDependencies } from './compose-home.ts'
import { createJudge } from './facts.ts'
import { identify } from './identify.ts'
import { load, type Loaded } from './load.ts'
import { pickSurface } from './pick-surface.ts'
import { qualify } from './qualify.ts'
import type { HomeRequest, Visit } from './visit.ts'

/** A home before it is drawn: which page, which contents, and what they are drawn from. */
export type Chosen = { visit: Visit; surface: CompiledSurface; loaded: readonly Loaded[]; answers: Answers; choice: Choice }

/**
 * What the rules decided for one customer on one device. It holds for the same question as long as the release, the moment and the answers that the rules looked at do:
 * most data on a home may change without any rule having to be asked again.
 */
export type Choice = {
  release: CompiledRelease
  surface: CompiledSurface
  contents: readonly CompiledContent[]
  /** What rules looked at, each answer named by its stamp; a method without an answer has none. */
  facts: readonly { method: ReadMethodName; stamp: number | undefined }[]
  from: number
  until: number
}

/**
 * Stages 1 to 4: identify → pick cluster → qualify → load. Throws ClientErrors only.
 *
 * @param before what was chosen for the very same question before, if anything
 */
export async function choose(
  { engine, bss, factsDeadlineMs }: HomeDependencies,
  request: Omit<HomeRequest, 'capabilities'>,
  before?: Choice,
): Promise<Chosen> {
  const visit = identify(engine, request)
  const answers = createAnswers(bss, visit.scope)
  if (request.surface === 'home') answers.start(visit.release.earlyNeeds)

  if (before && stillHolds(before, visit, answers, factsDeadlineMs)) {
    visit.horizon.until = Math.min(visit.horizon.until, before.until)
    const loaded = load(before.contents, answers)
    return { visit, surface: before.surface, loaded: loaded instanceof Promise ? await loaded : loaded, answers, choice: before }
  }
  const judge = createJudge(visit, answers, factsDeadlineMs)
  const surface = await pickSurface(visit, request.surface, judge)
  const contents = await qualify(visit, surface, answers, judge)
  const choice = await choiceOf(visit, surface, contents, answers, judge.needs(), factsDeadlineMs)
  return { visit, surface, loaded: await load(contents, answers), answers, choice }
}

async function choiceOf(
  { release, now, horizon }: Visit,
  surface: CompiledSurface,
  contents: readonly CompiledContent[],
  answers: Answers,
  needs: readonly ReadMethodName[],
  allowanceMs: number,
): Promise<Choice> {
  const outcomes = await answers.outcomes(needs, allowanceMs)
  const facts = needs.map((method) => ({ method, stamp: stampOf(outcomes[method]) }))
  // What failed or was late may be there the next time: then the rules must be asked.
  const isSettled = needs.every((method) => outcomes[method] === undefined || stampOf(outcomes[method]))
  return { release, surface, contents, facts, from: now.getTime(), until: isSettled ? horizon.until : now.getTime() }
}

/** Asks for the answers the rules looked at: whatever is not there at once, or another, wants the rules asked anew. */
function stillHolds({ release, facts, from, until }: Choice, visit: Visit, answers: Answers, allowanceMs: number): boolean {
  const now = visit.now.getTime()
  if (release !== visit.release || now < from || now >= until) return false
  const outcomes = answers.outcomes(
    facts.map(({ method }) => method),
    allowanceMs,
  )
  return !(outcomes instanceof Promise) && facts.every(({ method, stamp }) => stampOf(outcomes[method]) === stamp)
}
