import type { ReadMethodName } from '@mosaic/schemas/bss'
import type { CompiledContent, CompiledSurface } from '../release/compile.ts'
import { createSharedLists, type SharedLists } from '../shared-lists.ts'
import { fromSmall, toSmall } from '../small-moments.ts'
import { createAnswers, methodLists, stampOf, type Answers, type Used } from './answers.ts'
import type { HomeDependencies } from './compose-home.ts'
import { createJudge } from './facts.ts'
import { identify } from './identify.ts'
import { load, needsOf, type Loaded } from './load.ts'
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
  /** Its serial: no more of a release is held on to than the page that was shown. */
  release: number
  surface: CompiledSurface
  contents: readonly CompiledContent[]
  /** What they are drawn from. */
  needs: readonly ReadMethodName[]
  /** What rules looked at; a method without an answer has no stamp. */
  facts: Pick<Used, 'methods' | 'stamps'>
  fromSmall: number
  untilSmall: number
}

/**
 * Stages 1 to 4: identify → pick cluster → qualify → load. At once when all is there and the rules need not be asked. Throws ClientErrors only.
 *
 * @param before what was chosen for the very same question before, if anything
 */
export function choose(
  { engine, bss, factsDeadlineMs }: HomeDependencies,
  request: Omit<HomeRequest, 'capabilities'>,
  before?: Choice,
): Chosen | Promise<Chosen> {
  const visit = identify(engine, request)
  const answers = createAnswers(bss, visit.scope)
  if (request.surface === 'home') answers.start(visit.release.earlyNeeds)

  if (before && stillHolds(before, visit, answers)) {
    visit.horizon.until = Math.min(visit.horizon.until, fromSmall(before.untilSmall))
    return chosen(visit, answers, before)
  }
  // What stood on his page the last time nearly always stands there again: it is asked for while the rules are.
  if (before) answers.start(before.needs)
  return askRules(visit, request.surface, answers, factsDeadlineMs)
}

/** Whatever is not there at once, or another, wants the rules asked anew. */
function stillHolds({ release, facts, fromSmall, untilSmall }: Choice, visit: Visit, answers: Answers): boolean {
  const now = toSmall(visit.now.getTime())
  return release === visit.release.serial && now >= fromSmall && now < untilSmall && answers.areStill(facts)
}

async function askRules(visit: Visit, wanted: string, answers: Answers, allowanceMs: number): Promise<Chosen> {
  const judge = createJudge(visit, answers, allowanceMs)
  const surface = await pickSurface(visit, wanted, judge)
  const contents = await qualify(visit, surface, answers, judge)
  return chosen(visit, answers, await choiceOf(visit, surface, contents, answers, judge.needs(), allowanceMs))
}

function chosen(visit: Visit, answers: Answers, choice: Choice): Chosen | Promise<Chosen> {
  const { surface, contents, needs } = choice
  const loaded = load(contents, answers, needs)
  if (loaded instanceof Promise) return loaded.then((landed) => ({ visit, surface, loaded: landed, answers, choice }))
  return { visit, surface, loaded, answers, choice }
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
  const facts = { methods: methodLists(needs), stamps: needs.map((method) => stampOf(outcomes[method])) }
  // What failed or was late may be there the next time: then the rules must be asked.
  const isSettled = needs.every((method) => outcomes[method] === undefined || stampOf(outcomes[method]))
  return {
    release: release.serial,
    surface,
    contents: contentsOf(surface)(contents),
    needs: methodLists(needsOf(contents)),
    facts,
    fromSmall: toSmall(now.getTime()),
    untilSmall: toSmall(isSettled ? horizon.until : now.getTime()),
  }
}

/** Customers of one cluster mostly see the same contents: so many ways are known of a page. */
const waysAtMost = 256
const ofSurface = new WeakMap<CompiledSurface, SharedLists<CompiledContent>>()

function contentsOf(surface: CompiledSurface): SharedLists<CompiledContent> {
  let own = ofSurface.get(surface)
  if (!own) ofSurface.set(surface, (own = createSharedLists(waysAtMost)))
  return own
}
