import { explainRule, type Explanation, type Truth } from '@mosaic/schemas/rules'
import { createAnswers, type Answers } from '../home/answers.ts'
import type { HomeDependencies } from '../home/compose-home.ts'
import { createJudge, type Judge } from '../home/facts.ts'
import { identify } from '../home/identify.ts'
import { load } from '../home/load.ts'
import { pickCluster } from '../home/pick-cluster.ts'
import { pickSurface } from '../home/pick-surface.ts'
import { presentOne } from '../home/present.ts'
import type { HomeRequest, Visit } from '../home/visit.ts'
import { nextOf } from '../release/cluster-index.ts'
import type { CompiledCluster, CompiledContent, CompiledSurface, CompiledTrigger } from '../release/compile.ts'

/** Why a customer sees what he sees on a page, and why not the rest. For staff: it tells rules, and facts that customers are not shown. */
export type Why = {
  cluster: ClusterReason
  /** Those that were asked before it, in the order in which they were. */
  passedOver: readonly ClusterReason[]
  /** What is shown, in the order in which the surface names it. */
  tiles: readonly TileReason[]
  absent: readonly TileReason[]
}

/** `always`: there is no rule. `unknown`: what the rule asks about did not come, and unknown is not true. */
export type ClusterReason = { cluster: CompiledCluster; because: 'always' | 'trigger' | 'false' | 'unknown'; rule: AskedRule | undefined }
export type TileReason = { content: CompiledContent; because: TileBecause; rule: AskedRule | undefined }
/** The first two are shown. `notYet`, `over`: outside of its validity. `nothingToShow`: its data says there is nothing. `broken`: in a way nobody foresaw. */
export type TileBecause = 'always' | 'trigger' | 'notYet' | 'over' | 'false' | 'unknown' | 'nothingToShow' | 'broken'

/** A rule as it was written, with what each part of it came to. */
export type AskedRule = { trigger: CompiledTrigger; explanation: Explanation }

/** So many clusters before the customer's own are told of: those right before it. */
const mostPassedOver = 100

/**
 * Asks what `composeHome` asks for the same page, by the same stages in the same order, and keeps the reasons. It draws nothing, counts nothing and keeps nothing.
 * Throws ClientErrors only, the same ones.
 */
export async function whyOf({ engine, bss, factsDeadlineMs, log }: HomeDependencies, request: HomeRequest): Promise<Why> {
  const visit = identify(engine, request)
  const answers = createAnswers(bss, visit.scope)
  answers.start(visit.release.earlyNeeds)
  const judge = createJudge(visit, answers, factsDeadlineMs)

  const picked = await pick(visit, judge)
  const surface = request.surface === 'home' ? picked.cluster.cluster.home : await pickSurface(visit, request.surface, judge)
  startNeeds(surface, visit, answers)
  const reasons: TileReason[] = []
  for (const content of surface.contents) reasons.push(await qualify(content, visit, judge))
  const isShown = (reason: TileReason) => reason.because === 'always' || reason.because === 'trigger'

  const loaded = await load(
    reasons.filter(isShown).map(({ content }) => content),
    answers,
  )
  const drawn = new Map(
    loaded.map(({ content, outcomes }) => [
      content,
      presentOne(visit, surface, content, outcomes, request.capabilities, log, visit.horizon),
    ]),
  )
  const settled = reasons.map((reason): TileReason => {
    const view = drawn.get(reason.content)
    if (view === 'omitted') return { ...reason, because: 'nothingToShow' }
    return view === null ? { ...reason, because: 'broken' } : reason
  })
  return { ...picked, tiles: settled.filter(isShown), absent: settled.filter((reason) => !isShown(reason)) }
}

/** Stage 2 with its reasons: what known facts rule out is told by those facts, and nothing more is asked about it. */
async function pick(visit: Visit, judge: Judge): Promise<Pick<Why, 'cluster' | 'passedOver'>> {
  const { clusters, clusterIndex } = visit.release
  const passedOver: ClusterReason[] = []
  for (const [at, cluster] of clusters.entries()) {
    const { trigger } = cluster
    if (!trigger) return { cluster: { cluster, because: 'always', rule: undefined }, passedOver: passedOver.slice(-mostPassedOver) }
    const isPossible = nextOf(clusterIndex.possible(judge.facts()), at) === at
    const truth = isPossible ? await judge.ask(trigger) : false
    const rule = explain(trigger, judge, visit)
    if (truth === true) return { cluster: { cluster, because: 'trigger', rule }, passedOver: passedOver.slice(-mostPassedOver) }
    passedOver.push({ cluster, because: truth === false ? 'false' : 'unknown', rule })
  }
  // Nobody takes him: the stage itself says so, in its own words.
  return { cluster: { cluster: await pickCluster(visit, judge), because: 'always', rule: undefined }, passedOver: [] }
}

/** Stage 3 with its reasons. */
async function qualify(content: CompiledContent, visit: Visit, judge: Judge): Promise<TileReason> {
  const { trigger, validFrom, validUntil } = content
  const at = visit.now.getTime()
  if (at < validFrom || at >= validUntil) return { content, because: at < validFrom ? 'notYet' : 'over', rule: undefined }
  if (!trigger) return { content, because: 'always', rule: undefined }
  const truth: Truth = await judge.ask(trigger)
  const rule = explain(trigger, judge, visit)
  if (truth === true) return { content, because: 'trigger', rule }
  return { content, because: truth === false ? 'false' : 'unknown', rule }
}

/** What will be shown for certain is asked for while rules are judged, as it is for a home. */
function startNeeds({ contents }: CompiledSurface, { now }: Visit, answers: Answers): void {
  const at = now.getTime()
  const valid = contents.filter(({ validFrom, validUntil }) => validFrom <= at && at < validUntil)
  answers.start(valid.flatMap(({ trigger, needs }) => trigger?.needs ?? needs))
}

/** By the facts on which it has just been judged. */
function explain(trigger: CompiledTrigger, judge: Judge, { release, now }: Pick<Visit, 'release' | 'now'>): AskedRule {
  const clock = { now, timeZone: release.brand.timeZone }
  return { trigger, explanation: explainRule(trigger.source.rule, judge.facts(), clock) }
}
