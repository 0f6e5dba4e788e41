import { methods, methodNames, type MethodName, type MethodResult, type ReadMethodName, type WriteMethodName } from '@mosaic/schemas/bss'
import type { Logger } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import { createAsk } from './ask/ask.ts'
import { createEntries } from './cache/entry.ts'
import { createFailures } from './cache/failures.ts'
import { createFirstLevel } from './cache/first-level.ts'
import { createUnsettled } from './cache/unsettled.ts'
import { createCalls, type Answer } from './call.ts'
import { createChanged, type ChangedScope } from './changed.ts'
import type { Connectors } from './connectors/index.ts'
import type { WriteInput } from './contract.ts'
import { createContracts } from './contracts.ts'
import { createFetch } from './fetch.ts'
import type { InHouseOf } from './in-house.ts'
import { questionOf, shelfOf, type BssScope } from './question.ts'
import type { Shared } from './shared/contract.ts'
import type { SourceChoice } from './sources.ts'
import { createTally } from './tally.ts'
import { createWrites, type WriteOutcome } from './write.ts'

export type { Answer } from './call.ts'
export type { BssScope } from './question.ts'

/** The BSS data layer of one process. */
export type Bss = {
  /** What a method answers. Synchronous when nobody has to be waited for; a promise never rejects. */
  call<Name extends ReadMethodName>(scope: BssScope, method: Name): Answer<Name> | Promise<Answer<Name>>
  /** What may be served without asking anybody: for a caller who cannot wait any longer. */
  cached<Name extends ReadMethodName>(scope: BssScope, method: Name): Answer<Name> | undefined
  /**
   * Whoever keeps something beside a fresh answer (in its `beside`) says here how large it is, in bytes, so that the cache's bound holds for it too. False when the
   * answer is not cached any more: then it is not to be kept.
   */
  weighs(scope: BssScope, method: ReadMethodName, answer: object, bytes: number): boolean
  /**
   * Changes something, at most once; afterwards what the method's contract says has changed is served from cache nowhere any more.
   * @param others whom it changes beside the scope: another line of the customer's
   */
  write<Name extends WriteMethodName>(
    scope: BssScope,
    method: Name,
    input: WriteInput<Name>,
    others?: readonly BssScope[],
  ): Promise<WriteOutcome<MethodResult<Name>>>
  /** Something of ours, which no write has gone through, has changed what these methods answer: it is served from cache nowhere any more. Never rejects. */
  changed(scope: ChangedScope, methods: readonly ReadMethodName[]): Promise<void>
  close(): Promise<void>
}

type Dependencies = {
  connectors: Connectors
  /** Which connector each method is asked over. @default REST for all */
  choice?: SourceChoice
  /** What Mosaic answers itself. @default nothing */
  inHouse?: InHouseOf
  shared: Shared
  cacheBytes: number
  log: Logger
  metrics: Metrics
  /** Epoch milliseconds. @default the clock */
  now?: () => number
}

const overRest = Object.fromEntries(methodNames.map((name) => [name, 'rest'])) as SourceChoice

/** Puts the data layer together. How a call goes reads on in call.ts, then fetch.ts, then ask/ask.ts; `docs/bss-data-layer.md` is the map. */
export function createBss({
  connectors,
  choice = overRest,
  inHouse = () => undefined,
  shared,
  cacheBytes,
  log,
  metrics,
  now = Date.now,
}: Dependencies): Bss {
  const tally = createTally(metrics)
  const contracts = createContracts()
  const cache = createFirstLevel(cacheBytes)
  const failures = createFailures(now)
  const unsettled = createUnsettled(now)
  const ask = createAsk({ connectors, choice, inHouse, contracts, metrics, now })
  const fetch = createFetch({ cache, failures, unsettled, entries: createEntries(), shared, ask, contracts, log, now })
  const calls = createCalls({ cache, failures, unsettled, fetch, tally, now })
  const changed = createChanged({ shared, forget: calls.forget })
  const write = createWrites({ ask, changed, log })
  shared.listen({
    changed: calls.forget,
    uncertain: () => cache.suspect((method) => changeable.has(method)),
  })
  metrics.cacheBytes.from(() => [{ labels: {}, value: cache.bytes }])

  return {
    // The table of methods ties each name to its result, which a question carries as a name only.
    call: (scope, method) =>
      (calls.hit(method, scope.policies[method], shelfOf(scope, method)) ?? calls.call(questionOf(scope, method, choice))) as never,
    cached: (scope, method) => calls.cached(method, scope.policies[method], shelfOf(scope, method)) as never,
    weighs: (scope, method, answer, bytes) => calls.weighs(method, shelfOf(scope, method), answer, bytes),
    write,
    changed: (scope, names) => changed([scope], names, 0),
    async close() {
      await shared.close()
      await Promise.all(Object.values(connectors).map((connector) => connector.close()))
    },
  }
}

const changeable = new Set<MethodName>(methodNames.flatMap((name) => methods[name].changes ?? []))
