import { methods, type ReadMethodName } from '@mosaic/schemas/bss'
import type { ReadResults } from '@mosaic/schemas/rules'
import type { Outcome, Outcomes } from '@mosaic/widgets'
import type { Bss, BssScope } from '../bss/bss.ts'

/** The BSS answers of one home: each method is asked once, whoever needs it, and each who needs it waits as long as he may. */
export type Answers = {
  /** Asks those not yet asked; waits for nothing. A method about a line is not asked for a customer without one. */
  start(needs: readonly ReadMethodName[]): void
  /**
   * What came of the needs. Who is not there `allowanceMs` after having been asked is replaced by what the cache still may serve, or
   * counts as late. Resolves at once when everything is there.
   */
  outcomes(needs: readonly ReadMethodName[], allowanceMs: number): Outcomes | Promise<Outcomes>
  /**
   * What the home hangs on: each outcome that was used, in the order of its use. `undefined` when one of them is no fresh answer: then the same
   * question may be answered otherwise at any moment.
   */
  basis(): readonly Used[] | undefined
}

/**
 * Answers of the data layer that a home was made of, each named by its stamp: as long as the same answer is served, so is the stamp; holding on to the answer itself would keep
 * a customer's data in memory that the cache has let go.
 */
export type Used = { scope: BssScope; methods: readonly ReadMethodName[]; stamps: readonly (number | undefined)[] }
/**
 * `beside` is for what was made of it, and goes with it. A field and not a WeakMap: with hundreds of thousands of answers, the garbage collector would stand
 * still over one for a tenth of a second.
 */
export type FreshAnswer = Extract<Outcome, { status: 'ok' }> & { stamp?: number; beside?: unknown }

const none: Outcomes = {}

type Asked = { at: number; outcome: Outcome | undefined; landing: Promise<unknown> | undefined }

export function createAnswers(bss: Pick<Bss, 'call' | 'cached'>, scope: BssScope): Answers {
  const asked = new Map<ReadMethodName, Asked>()
  const used = new Map<ReadMethodName, Outcome>()
  let isSettled = true

  function ask(need: ReadMethodName): Asked | undefined {
    const known = asked.get(need)
    if (known) return known
    if (methods[need].scope === 'line' && scope.params.lineId === undefined) return undefined
    const answer = bss.call(scope, need)
    const entry: Asked = { at: 0, outcome: undefined, landing: undefined }
    if (answer instanceof Promise) {
      entry.at = performance.now()
      entry.landing = answer.then((outcome) => {
        entry.outcome = outcome
      })
    } else {
      entry.outcome = answer
    }
    asked.set(need, entry)
    return entry
  }

  return {
    start(needs) {
      for (const need of needs) ask(need)
    },

    outcomes(needs, allowanceMs) {
      if (needs.length === 0) return none
      let waiting: Asked[] | undefined
      for (const need of needs) {
        const entry = ask(need)
        if (entry !== undefined && !entry.outcome) (waiting ??= []).push(entry)
      }
      if (waiting === undefined) return found(needs)
      const landings = waiting.flatMap(({ landing, at }) => (landing ? within(landing, at + allowanceMs - performance.now()) : []))
      return Promise.all(landings).then(() => found(needs))
    },

    basis() {
      if (!isSettled) return undefined
      return [{ scope, methods: [...used.keys()], stamps: Array.from(used.values(), stampOf) }]
    },
  }

  function found(needs: readonly ReadMethodName[]): Outcomes {
    const outcomes: Record<string, Outcome> = {}
    for (const need of needs) {
      const entry = asked.get(need)
      if (!entry) continue
      const outcome = entry.outcome ?? bss.cached(scope, need) ?? { status: 'failed', code: 'DEADLINE' }
      outcomes[need] = outcome
      const before = used.get(need)
      if (before === undefined) used.set(need, outcome)
      if ((before !== undefined && before !== outcome) || outcome.status === 'failed' || outcome.isStale) isSettled = false
    }
    return outcomes as Outcomes
  }
}

/** What names a fresh answer of the data layer, and no other. `undefined` for everything else. */
export function stampOf(outcome: Outcome | undefined): number | undefined {
  return outcome?.status === 'ok' && !outcome.isStale ? (outcome as FreshAnswer).stamp : undefined
}

/** Whether two lists of stamps name the same answers. */
export function isSameList(one: readonly (number | undefined)[], other: readonly (number | undefined)[]): boolean {
  return one.length === other.length && one.every((stamp, at) => stamp === other[at])
}

/** The values among outcomes, for rules: what is missing here is unknown to them. */
export function resultsOf(outcomes: Outcomes): ReadResults {
  const results: Record<string, unknown> = {}
  for (const [method, outcome] of Object.entries(outcomes)) {
    if (outcome.status === 'ok') results[method] = outcome.value
  }
  return results as ReadResults
}

/** Until the promise settles, but no longer than the time given. */
async function within(promise: Promise<unknown>, ms: number): Promise<void> {
  if (ms <= 0) return
  let timer: NodeJS.Timeout | undefined
  await Promise.race([
    promise,
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms)
    }),
  ])
  clearTimeout(timer)
}
