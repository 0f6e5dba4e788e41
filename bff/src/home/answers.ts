import { methods, type ReadMethodName } from '@mosaic/schemas/bss'
import type { ReadResults } from '@mosaic/schemas/rules'
import type { Outcome, Outcomes } from '@mosaic/widgets'
import type { Bss, BssScope } from '../bss/bss.ts'
import { createSharedLists } from '../shared-lists.ts'

/** The BSS answers of one home: each method is asked once, whoever needs it, and each who needs it waits as long as he may. */
export type Answers = {
  /** Asks those not yet asked; waits for nothing. A method about a line is not asked for a customer without one. */
  start(needs: readonly ReadMethodName[]): void
  /**
   * What came of the needs. Who is not there `allowanceMs` after having been asked is replaced by what the cache still may serve, or
   * counts as late. Resolves at once when everything is there.
   */
  outcomes(needs: readonly ReadMethodName[], allowanceMs: number): Outcomes | Promise<Outcomes>
  /** What came of the needs, if all of them are there. Asks those not yet asked, and waits for nothing. */
  ready(needs: readonly ReadMethodName[]): Outcomes | undefined
  /** Whether these very answers are given, and at once: then they count as used. Asks for all of them. */
  areStill(before: Pick<Used, 'methods' | 'stamps'>): boolean
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

/** Most homes hang on the same dozen methods: what is kept with each of them is what was answered. */
export const methodLists = createSharedLists<ReadMethodName>(512)

const none: Outcomes = {}

/** One method that was asked. `used`: the outcome that somebody was given. */
type Asked = {
  method: ReadMethodName
  at: number
  outcome: Outcome | undefined
  landing: Promise<unknown> | undefined
  used: Outcome | undefined
}

export function createAnswers(bss: Pick<Bss, 'call' | 'cached'>, scope: BssScope): Answers {
  return new AskedOnce(bss, scope)
}

/** A class, and lists that are looked through: every home makes two of these, and asks no more than a dozen methods. */
class AskedOnce implements Answers {
  private readonly bss: Pick<Bss, 'call' | 'cached'>
  private readonly scope: BssScope
  private readonly asked: Asked[] = []
  /** In the order of their use. */
  private readonly used: Asked[] = []
  private isSettled = true

  constructor(bss: Pick<Bss, 'call' | 'cached'>, scope: BssScope) {
    this.bss = bss
    this.scope = scope
  }

  start(needs: readonly ReadMethodName[]): void {
    for (const need of needs) this.ask(need)
  }

  outcomes(needs: readonly ReadMethodName[], allowanceMs: number): Outcomes | Promise<Outcomes> {
    return this.ready(needs) ?? this.landed(needs, allowanceMs)
  }

  ready(needs: readonly ReadMethodName[]): Outcomes | undefined {
    if (needs.length === 0) return none
    let areThere = true
    for (const need of needs) {
      const asked = this.ask(need)
      if (asked !== undefined && asked.outcome === undefined) areThere = false
    }
    return areThere ? this.found(needs) : undefined
  }

  areStill({ methods: names, stamps }: Pick<Used, 'methods' | 'stamps'>): boolean {
    this.start(names)
    if (!names.every((name, at) => stampOf(this.ask(name)?.outcome) === stamps[at])) return false
    for (const name of names) {
      const asked = this.ask(name)
      if (asked?.outcome) this.use(asked, asked.outcome)
    }
    return true
  }

  basis(): readonly Used[] | undefined {
    if (!this.isSettled) return undefined
    return [{ scope: this.scope, methods: this.used.map(({ method }) => method), stamps: this.used.map(({ used }) => stampOf(used)) }]
  }

  private ask(need: ReadMethodName): Asked | undefined {
    for (const known of this.asked) if (known.method === need) return known
    if (methods[need].scope === 'line' && this.scope.params.lineId === undefined) return undefined
    const answer = this.bss.call(this.scope, need)
    const asked: Asked = { method: need, at: 0, outcome: undefined, landing: undefined, used: undefined }
    if (answer instanceof Promise) land(asked, answer)
    else asked.outcome = answer
    this.asked.push(asked)
    return asked
  }

  private found(needs: readonly ReadMethodName[]): Outcomes {
    const outcomes: Record<string, Outcome> = {}
    for (const need of needs) {
      const asked = this.ask(need)
      if (asked) outcomes[need] = this.use(asked, asked.outcome ?? this.bss.cached(this.scope, need) ?? late)
    }
    return outcomes as Outcomes
  }

  private use(asked: Asked, outcome: Outcome): Outcome {
    if (asked.used === undefined) this.used.push(asked)
    else if (asked.used !== outcome) this.isSettled = false
    asked.used ??= outcome
    if (outcome.status === 'failed' || outcome.isStale) this.isSettled = false
    return outcome
  }

  private async landed(needs: readonly ReadMethodName[], allowanceMs: number): Promise<Outcomes> {
    const landings: Promise<void>[] = []
    for (const need of needs) {
      const asked = this.ask(need)
      if (asked?.landing && asked.outcome === undefined) landings.push(within(asked.landing, asked.at + allowanceMs - performance.now()))
    }
    await Promise.all(landings)
    return this.found(needs)
  }
}

const late: Outcome = { status: 'failed', code: 'DEADLINE' }

function land(entry: Asked, answer: Promise<Outcome>): void {
  entry.at = performance.now()
  entry.landing = answer.then((outcome) => {
    entry.outcome = outcome
  })
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
