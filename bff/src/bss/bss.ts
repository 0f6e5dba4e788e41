import {
  methodNames,
  methods,
  type MethodName,
  type MethodParams,
  type MethodResult,
  type Policy,
  type ReadMethodName,
} from '@mosaic/schemas/bss'
import { show } from '@mosaic/schemas/errors'
import type { Outcome } from '@mosaic/widgets'
import { LRUCache } from 'lru-cache'
import { Compile } from 'typebox/compile'
import type { Logger } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import { createCache, type Entry } from './cache.ts'
import type { Connectors, ConnectorTypes } from './connectors/index.ts'
import type { AskContext, AskedParams, Source, WriteInput } from './contract.ts'
import { BssFailure, badAnswer, type BssFailureCode } from './failure.ts'
import { createFlights } from './flights.ts'
import { createLimiter, type Limiter } from './limit.ts'
import { methodSources } from './methods/index.ts'
import { withRetries } from './retry.ts'

/** For whom a method is asked: the brand, its policies of this moment, and what parameters are drawn from. */
export type BssScope = {
  brand: string
  currency: string
  policies: Readonly<Record<MethodName, Policy>>
  params: MethodParams
}

/** What came of a write. `mayHaveHappened` false: it certainly did not, and the customer may simply try again. */
export type WriteOutcome<T> = { status: 'ok'; value: T } | { status: 'failed'; code: BssFailureCode; mayHaveHappened: boolean }

export type Bss = {
  /**
   * What a method answers. Synchronous when the cache holds it younger than T1; otherwise a promise, which never rejects.
   */
  call<Name extends ReadMethodName>(scope: BssScope, method: Name): Answer<Name> | Promise<Answer<Name>>
  /** What the cache holds, younger than T2, without asking anybody: for a caller who cannot wait any longer. */
  cached<Name extends ReadMethodName>(scope: BssScope, method: Name): Answer<Name> | undefined
  /** Changes something, at most once; afterwards what the method's contract says has changed is no longer served from cache. */
  write<Name extends WriteMethodName>(scope: BssScope, method: Name, input: WriteInput<Name>): Promise<WriteOutcome<MethodResult<Name>>>
  close(): Promise<void>
}
export type WriteMethodName = Exclude<MethodName, ReadMethodName>
export type Answer<Name extends MethodName> = Outcome<MethodResult<Name>>

/**
 * How long a failure stands for further callers, in milliseconds: a struggling back-end is asked once a moment for each thing,
 * not once a customer's tap.
 */
export const failureMemoryMs = 1_000
const rememberedFailures = 10_000

type Failed = { code: BssFailureCode; retryAfterSeconds?: number }
type Dependencies = {
  connectors: Connectors
  cacheBytes: number
  log: Logger
  metrics: Metrics
  /** Epoch milliseconds. */
  now?: () => number
}

/**
 * The BSS data layer of one process:
 * cache → remembered failure → one flight per key → limited connections, timeout, retries → tolerant parse → contract → cache.
 */
export function createBss({ connectors, cacheBytes, log, metrics, now = Date.now }: Dependencies): Bss {
  const cache = createCache(cacheBytes)
  const flights = createFlights<Entry | Failed>()
  const failures = new LRUCache<string, Failed & { until: number }>({ max: rememberedFailures })
  const limiters = new Map<MethodName, Limiter>(methodNames.map((name) => [name, createLimiter()]))
  const fits = new Map(methodNames.map((name) => [name, Compile(methods[name].result)]))

  return {
    call<Name extends ReadMethodName>(scope: BssScope, method: Name) {
      const policy = scope.policies[method]
      const key = keyOf(scope, method)
      const entry = cache.get(key)
      if (entry && now() - entry.fetchedAt < policy.t1Ms) {
        metrics.cacheRequests.inc({ method, result: 'hit' })
        return fresh<Name>(method, entry, policy)
      }
      const failure = failures.get(key)
      if (failure && now() < failure.until) return staleOrFailed<Name>(method, key, policy, failure)
      return fly<Name>(scope, method, key, policy)
    },

    cached<Name extends ReadMethodName>(scope: BssScope, method: Name) {
      const policy = scope.policies[method]
      const entry = cache.get(keyOf(scope, method))
      if (!entry) return undefined
      const age = now() - entry.fetchedAt
      if (age < policy.t1Ms) return fresh<Name>(method, entry, policy)
      return age < policy.t2Ms ? stale<Name>(method, entry, policy) : undefined
    },

    async write<Name extends WriteMethodName>(scope: BssScope, method: Name, input: WriteInput<Name>) {
      let isUnderWay = false
      try {
        const value = await ask(scope, method, input, () => (isUnderWay = true))
        forgetChanged(scope, method)
        return { status: 'ok', value }
      } catch (error) {
        const failure = asFailure(method, error)
        const mayHaveHappened = isUnderWay && failure.wasSent
        log.warn({ method, code: failure.code, mayHaveHappened, reason: failure.message }, 'a write failed')
        if (mayHaveHappened) forgetChanged(scope, method)
        return { status: 'failed', code: failure.code, mayHaveHappened }
      }
    },

    close: async () => void (await Promise.all(Object.values(connectors).map((connector) => connector.close()))),
  }

  /** Asks the back-end, together with whoever is asking for the same thing, and answers from what comes of it. */
  async function fly<Name extends ReadMethodName>(scope: BssScope, method: Name, key: string, policy: Policy): Promise<Answer<Name>> {
    const { flight, isShared } = flights.join(key, async (isCurrent) => {
      try {
        const value = await ask(scope, method, undefined as WriteInput<Name>)
        const entry: Entry = { value, fetchedAt: now() }
        // T2 = 0 means: never from cache. A flight that was forgotten brings news from before a write.
        if (policy.t2Ms > 0 && isCurrent()) cache.set(key, entry)
        if (isCurrent()) failures.delete(key)
        return entry
      } catch (error) {
        const { code, message, retryAfterSeconds } = asFailure(method, error)
        const failed: Failed = { code, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) }
        log.warn({ method, code, reason: message }, 'a back-end gave no usable answer')
        if (isCurrent()) failures.set(key, { ...failed, until: now() + failureMemoryMs })
        return failed
      }
    })
    const landed = await flight
    if ('code' in landed) return staleOrFailed<Name>(method, key, policy, landed)
    metrics.cacheRequests.inc({ method, result: isShared ? 'coalesced' : 'miss' })
    return fresh<Name>(method, landed, policy)
  }

  /** T1 ≤ age < T2: the cached answer stands in for the one that did not come. From T2 on the failure is the answer. */
  function staleOrFailed<Name extends ReadMethodName>(method: Name, key: string, policy: Policy, failed: Failed): Answer<Name> {
    const entry = cache.get(key)
    const isUsable = entry !== undefined && now() - entry.fetchedAt < policy.t2Ms
    metrics.cacheRequests.inc({ method, result: isUsable ? 'stale' : 'error' })
    if (isUsable) return stale<Name>(method, entry, policy)
    const { code, retryAfterSeconds } = failed
    return { status: 'failed', code, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) }
  }

  /** One question to the back-end within the method's policy; throws a BssFailure. */
  async function ask<Name extends MethodName>(
    scope: BssScope,
    name: Name,
    input: WriteInput<Name>,
    onWrite?: () => void,
  ): Promise<MethodResult<Name>> {
    const policy = scope.policies[name]
    const attempt = async (request: ConnectorTypes['rest']['request'], isWrite: boolean) => {
      const leave = await enter(name, policy)
      const stop = metrics.backendDuration.startTimer({ method: name })
      try {
        if (isWrite) onWrite?.()
        const answer = await connectors.rest.send(request, { timeoutMs: policy.readTimeoutMs })
        stop({ outcome: 'ok' })
        return answer
      } catch (error) {
        stop({ outcome: error instanceof BssFailure ? error.code : 'ERROR' })
        throw error
      } finally {
        leave()
      }
    }
    const context: AskContext<'rest'> = {
      currency: scope.currency,
      now: new Date(now()),
      send: (request) => withRetries(policy, () => attempt(request, false), { onRetry: () => metrics.retries.inc({ method: name }) }),
      sendOnce: (request) => attempt(request, true),
    }
    const source = methodSources[name].rest as Source<Name, 'rest'>
    const value = await source.ask(context, scope.params as AskedParams<Name>, input)
    const contract = fits.get(name)
    if (contract && !contract.Check(value)) {
      const [first] = contract.Errors(value)
      throw badAnswer(name, 'the result its contract describes', show(first ? `${first.instancePath} ${first.message}` : name))
    }
    return value
  }

  async function enter(method: MethodName, policy: Policy): Promise<() => void> {
    const stop = metrics.poolWait.startTimer({ method })
    try {
      return await (limiters.get(method) as Limiter).enter(policy)
    } catch (error) {
      metrics.poolRejected.inc({ method })
      throw error
    } finally {
      stop()
    }
  }

  function forgetChanged(scope: BssScope, method: WriteMethodName) {
    for (const changed of methods[method].changes ?? []) {
      const key = keyOf(scope, changed)
      flights.forget(key)
      cache.delete(key)
      failures.delete(key)
    }
  }

  function asFailure(method: MethodName, error: unknown): BssFailure {
    if (error instanceof BssFailure) return error
    // A fault of ours in reading the answer: for the customer the same as an answer that cannot be read, for us a bug with its trace.
    log.error({ method, err: error }, 'a BSS method threw')
    return badAnswer(method, 'an answer the method can read', 'one it cannot', error)
  }
}

/** One thing one person may ask for: brand, method, version of its mapping, and exactly the parameters its scope draws from. */
function keyOf({ brand, params }: BssScope, method: MethodName): string {
  const { customerId, partyId, partyType, lineId } = params
  const drawn: readonly (string | undefined)[] = { brand: ['*'], customer: [customerId], party: [partyType, partyId], line: [lineId] }[
    methods[method].scope
  ]
  if (drawn.includes(undefined)) throw new TypeError(`${method} was asked without its ${methods[method].scope}`)
  return JSON.stringify([brand, method, methodSources[method].rest.version, ...drawn])
}

function fresh<Name extends MethodName>(method: Name, entry: Entry, policy: Policy): Answer<Name> {
  return answer(method, entry, policy, false)
}

function stale<Name extends MethodName>(method: Name, entry: Entry, policy: Policy): Answer<Name> {
  return answer(method, entry, policy, true)
}

function answer<Name extends MethodName>(
  method: Name,
  { value, fetchedAt }: Entry,
  { t1Ms, t2Ms }: Policy,
  isStale: boolean,
): Answer<Name> {
  return {
    status: 'ok',
    // Only values that passed the method's contract are ever stored.
    value: value as MethodResult<Name>,
    isStale,
    source: method,
    fetchedAt: new Date(fetchedAt),
    staleAfter: new Date(fetchedAt + t1Ms),
    expiresAt: new Date(fetchedAt + Math.max(t1Ms, t2Ms)),
  }
}
