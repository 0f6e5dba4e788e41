import { methods, worstCaseMs, type MethodResult, type ReadMethodName } from '@mosaic/schemas/bss'
import { issueOf, type Format, type IssueView } from '@mosaic/widgets'
import type { Bss } from '../bss/bss.ts'
import { ClientError } from '../client-error.ts'
import { createAnswers } from '../home/answers.ts'
import { formatFor } from '../home/formats.ts'
import { identify } from '../home/identify.ts'
import type { HomeRequest } from '../home/visit.ts'
import type { ReleaseEngine } from '../release/engine.ts'

/** What one system says of a customer: the value and its age, or why there is none. A system that is down is data here, never an error. */
export type MyAnswer<Value> = {
  state: 'READY' | 'STALE' | 'FAILED'
  /** The line it is about; absent where it is about the customer. */
  lineId: string | undefined
  /** Both are absent when the state is FAILED. */
  value?: Value
  freshness?: Age
  /** Why the state is FAILED. */
  issue?: IssueView
}

/** How old a value is. Instants are ISO 8601 in UTC. */
export type Age = { fetchedAt: string; staleAfter: string; expiresAt: string; isStale: boolean }

export type MyDependencies = { engine: Pick<ReleaseEngine, 'get'>; bss: Bss }
export type MyRequest = Pick<HomeRequest, 'session' | 'device' | 'line' | 'now'>

type Read<Name extends ReadMethodName, Value> = (result: MethodResult<Name>, at: { format: Format; now: Date }) => Value

/**
 * Asks one method for one customer, for as long as the method's policy lets it take.
 * Throws ClientErrors, all about the request itself: BRAND_NOT_PUBLISHED, LINE_NOT_FOUND.
 */
export async function myAnswer<Name extends ReadMethodName, Value>(
  { engine, bss }: MyDependencies,
  request: MyRequest,
  method: Name,
  read: Read<Name, Value>,
): Promise<MyAnswer<Value>> {
  const { release, lineId, locale, scope, now } = identify(engine, request)
  if (methods[method].scope === 'line' && lineId === undefined) throw noLine()
  const { [method]: outcome } = await createAnswers(bss, scope).outcomes([method], worstCaseMs(scope.policies[method]))
  if (outcome?.status !== 'ok') {
    return { state: 'FAILED', lineId, issue: issueOf(outcome?.code ?? 'BSS_UNAVAILABLE', locale, outcome?.retryAfterSeconds) }
  }
  const { isStale, fetchedAt, staleAfter, expiresAt } = outcome
  return {
    state: isStale ? 'STALE' : 'READY',
    lineId,
    value: read(outcome.value as MethodResult<Name>, { format: formatFor(locale, release.brand.timeZone, now), now }),
    freshness: {
      fetchedAt: fetchedAt.toISOString(),
      staleAfter: staleAfter.toISOString(),
      expiresAt: expiresAt.toISOString(),
      isStale,
    },
  }
}

function noLine(): ClientError {
  const fault = { expected: 'a customer who has a line', got: 'one without', fix: 'Ask for what is not about a line' }
  return new ClientError('LINE_NOT_FOUND', 'No such line', fault)
}
