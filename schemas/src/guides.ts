import type { Guide, GuideStep, OutcomeKind } from './release/care.ts'
import type { Truth } from './rules/types.ts'
import type { LocalizedText } from './text.ts'

/* How a guide is walked: the CMS tries it with this, and BFF, app and desk are at the same step because of it. Pure. */

/** What has been answered so far, in that order. */
export type GuideAnswers = readonly { step: string; answer: string }[]

/** What has been found out at one step: said by somebody, or checked by itself, which has a truth. For the ticket, the call-back and the agent. */
export type GuideMark = { step: string; kind: 'answer' | 'check'; title: LocalizedText; found: LocalizedText; truth?: Truth }

/** Where somebody is: at a question without an answer, or at an outcome. Checks are never shown, they have been asked on the way. */
export type GuidePlace = { step: GuideStep; trail: readonly GuideMark[]; outcome: OutcomeKind | undefined }

/** More steps than this lead nowhere: those who go round in circles are called back. */
export const mostSteps = 100

/** What is shown where a guide leads nowhere: it has been published otherwise meanwhile, or goes round in circles. */
export const deadEnd: GuideStep = {
  id: 'dead-end',
  kind: 'outcome',
  title: { it: 'Da qui è meglio parlarne insieme', en: 'From here it is better to talk' },
  text: {
    it: 'Ti richiamiamo noi, con tutto quello che hai già risposto.',
    en: 'We call you back, knowing all that you have answered already.',
  },
  outcome: 'callBack',
}

const foundByCheck = new Map<Truth, LocalizedText>([
  [true, { it: 'Sì', en: 'Yes' }],
  [false, { it: 'No', en: 'No' }],
  [undefined, { it: 'Non lo sappiamo', en: 'We do not know' }],
])

/**
 * Where answers lead. Those that fit no step on the way, since a check has come out otherwise or the guide has changed, are passed over, so that nobody is
 * asked again what he has said. What no outcome has is led to the dead end, whose outcome is a call-back.
 */
export function walk(guide: Pick<Guide, 'steps'>, answers: GuideAnswers, truthOf: (trigger: string) => Truth): GuidePlace {
  const steps = byId(guide.steps)
  const trail: GuideMark[] = []
  let here = guide.steps[0]
  let used = 0
  for (let count = 0; here && count < mostSteps; count++) {
    const { id, kind, title } = here
    if (kind === 'outcome') return { step: here, trail, outcome: here.outcome ?? 'callBack' }
    if (kind === 'check') {
      const truth = here.trigger === undefined ? undefined : truthOf(here.trigger)
      // Who comes by again is not told again.
      if (!trail.some(({ step }) => step === id)) trail.push({ step: id, kind, title, found: foundByCheck.get(truth) ?? {}, truth })
      here = steps.get(wayOf(here, truth) ?? '')
      continue
    }
    const said = nextAnswer(here, answers, used)
    if (!said) return { step: here, trail, outcome: undefined }
    used = said.at + 1
    trail.push({ step: id, kind: 'answer', title, found: said.answer.text })
    here = steps.get(said.answer.to)
  }
  return { step: deadEnd, trail, outcome: 'callBack' }
}

export type GuideFaultCode =
  /** No answer and no check leads to the step. */
  | 'unreached'
  /** A question without answers, an answer or a way of a check that leads to no step. */
  | 'nowhere'
  /** A check that does not say where to go when it is not known. */
  | 'noUnknown'
  /** A check that checks nothing. */
  | 'noTrigger'
  /** From here nobody ever gets to an outcome; or checks lead round to themselves with nobody asked between. */
  | 'circle'
  /** An outcome that does not say what happens, or a guide without one. */
  | 'noOutcome'
  /** An action that is done nowhere. */
  | 'noTarget'

/** One fault of a guide: `step` by its place, absent when it is the guide's; `field` as in the document, such as `/answers/0/to`. */
export type GuideFault = { code: GuideFaultCode; step: number | undefined; field: string }

/** All that keeps a guide from leading everybody to an outcome, by the order of its steps. It takes guides that are not finished. */
export function faultsOf({ steps }: Pick<Guide, 'steps'>): GuideFault[] {
  const known = byId(steps)
  const hasOutcome = steps.some(({ kind }) => kind === 'outcome')
  const [reached, ending, rounds] = [reachedSteps(steps), endingSteps(steps), roundChecks(steps)]
  return [
    ...(hasOutcome ? [] : [{ code: 'noOutcome' as const, step: undefined, field: '' }]),
    ...steps.flatMap((step, at) => {
      const own = faultsOfStep(step, known).map((fault) => ({ ...fault, step: at }))
      if (!reached.has(step.id)) own.push({ code: 'unreached', step: at, field: '' })
      // Without an outcome it is said once, of the whole guide.
      else if (rounds.has(step.id) || (hasOutcome && !ending.has(step.id))) own.push({ code: 'circle', step: at, field: '' })
      return own
    }),
  ]
}

function faultsOfStep(step: GuideStep, known: ReadonlyMap<string, GuideStep>): Omit<GuideFault, 'step'>[] {
  const isGone = (id: string | undefined) => id === undefined || !known.has(id)
  if (step.kind === 'question') {
    const { answers = [] } = step
    if (answers.length === 0) return [{ code: 'nowhere', field: '/answers' }]
    return answers.flatMap(({ to }, at) => (isGone(to) ? { code: 'nowhere' as const, field: `/answers/${at}/to` } : []))
  }
  if (step.kind === 'check') {
    return [
      ...(step.trigger === undefined ? [{ code: 'noTrigger' as const, field: '/trigger' }] : []),
      ...(isGone(step.whenTrue) ? [{ code: 'nowhere' as const, field: '/whenTrue' }] : []),
      ...(isGone(step.whenFalse) ? [{ code: 'nowhere' as const, field: '/whenFalse' }] : []),
      ...(isGone(step.whenUnknown) ? [{ code: 'noUnknown' as const, field: '/whenUnknown' }] : []),
    ]
  }
  if (step.outcome === undefined) return [{ code: 'noOutcome', field: '/outcome' }]
  return step.outcome === 'action' && step.target === undefined ? [{ code: 'noTarget', field: '/target' }] : []
}

/** The steps that some way from the first leads to. */
function reachedSteps(steps: readonly GuideStep[]): ReadonlySet<string> {
  const known = byId(steps)
  const reached = new Set<string>()
  const waiting = steps.slice(0, 1).map(({ id }) => id)
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const step = known.get(id)
    if (!step || reached.has(id)) continue
    reached.add(id)
    waiting.push(...waysOf(step))
  }
  return reached
}

/** The steps from which an outcome can be reached. A way that is broken has a fault of its own, and counts as one that ends. */
function endingSteps(steps: readonly GuideStep[]): ReadonlySet<string> {
  const known = byId(steps)
  const ending = new Set<string>()
  for (let before = -1; before !== ending.size;) {
    before = ending.size
    for (const step of steps) {
      const ways = waysOf(step)
      if (step.kind === 'outcome' || ways.length === 0 || ways.some((id) => !known.has(id) || ending.has(id))) ending.add(step.id)
    }
  }
  return ending
}

/** The checks that lead to themselves through nothing but checks: what is passed by itself would never stop. */
function roundChecks(steps: readonly GuideStep[]): ReadonlySet<string> {
  const checks = steps.filter(({ kind }) => kind === 'check')
  const known = byId(checks)
  const rounds = checks.filter((check) => {
    const seen = new Set<string>()
    const waiting = waysOf(check)
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const next = known.get(id)
      if (!next || seen.has(id)) continue
      seen.add(id)
      waiting.push(...waysOf(next))
    }
    return seen.has(check.id)
  })
  return new Set(rounds.map(({ id }) => id))
}

function waysOf({ kind, answers = [], whenTrue, whenFalse, whenUnknown }: GuideStep): string[] {
  if (kind === 'question') return answers.map(({ to }) => to)
  return kind === 'check' ? [whenTrue, whenFalse, whenUnknown].filter((id) => id !== undefined) : []
}

function wayOf({ whenTrue, whenFalse, whenUnknown }: GuideStep, truth: Truth): string | undefined {
  if (truth === undefined) return whenUnknown
  return truth ? whenTrue : whenFalse
}

function nextAnswer({ id, answers = [] }: GuideStep, said: GuideAnswers, from: number) {
  for (let at = from; at < said.length; at++) {
    if (said[at]?.step !== id) continue
    const answer = answers.find((one) => one.id === said[at]?.answer)
    if (answer) return { at, answer }
  }
  return undefined
}

/** The first of each id, as everywhere. */
function byId(steps: readonly GuideStep[]): ReadonlyMap<string, GuideStep> {
  return new Map(steps.toReversed().map((step) => [step.id, step]))
}
