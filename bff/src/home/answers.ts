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
  outcomes(needs: readonly ReadMethodName[], allowanceMs: number): Promise<Outcomes>
}

type Asked = { at: number; outcome: Outcome | undefined; landing: Promise<unknown> | undefined }

export function createAnswers(bss: Bss, scope: BssScope): Answers {
  const asked = new Map<ReadMethodName, Asked>()

  function ask(need: ReadMethodName): Asked | undefined {
    const known = asked.get(need)
    if (known) return known
    if (methods[need].scope === 'line' && scope.params.lineId === undefined) return undefined
    const answer = bss.call(scope, need)
    const entry: Asked = { at: performance.now(), outcome: undefined, landing: undefined }
    if (answer instanceof Promise) {
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

    async outcomes(needs, allowanceMs) {
      const entries = needs.flatMap((need) => ask(need) ?? [])
      await Promise.all(
        entries.flatMap(({ outcome, landing, at }) => (outcome || !landing ? [] : within(landing, at + allowanceMs - performance.now()))),
      )
      const found: Record<string, Outcome> = {}
      for (const need of needs) {
        const entry = asked.get(need)
        if (entry) found[need] = entry.outcome ?? bss.cached(scope, need) ?? { status: 'failed', code: 'DEADLINE' }
      }
      return found as Outcomes
    },
  }
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
