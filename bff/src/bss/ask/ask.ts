import { methodNames, worstCaseMs, type MethodName, type MethodParams, type MethodResult, type Policy } from '@mosaic/schemas/bss'
import type { Metrics } from '../../metrics.ts'
import type { ConnectorName, Connectors } from '../connectors/index.ts'
import type { Connector } from '../connectors/contract.ts'
import type { Contracts } from '../contracts.ts'
import type { AskContext, AskedParams, Source, WriteInput } from '../contract.ts'
import { BssFailure, badAnswer } from '../failure.ts'
import type { InHouseMethod, InHouseOf } from '../in-house.ts'
import { methodSources } from '../methods/index.ts'
import type { SourceChoice } from '../sources.ts'
import { deadlineIn } from './deadline.ts'
import { createGate, type Gate } from './gate.ts'
import { withHedge } from './hedge.ts'
import { withRetries } from './retry.ts'

/** One question to a back-end. */
export type Asked<Name extends MethodName> = {
  method: Name
  brand: string
  policy: Policy
  params: MethodParams
  currency: string
  input: WriteInput<Name>
  /** Told right before something is sent that changes something. */
  onWrite?: () => void
}

/** Asks a back-end within the method's policy. Throws a BssFailure; whatever else is thrown is a fault of ours in reading the answer. */
export type Ask = <Name extends MethodName>(asked: Asked<Name>) => Promise<MethodResult<Name>>

type Dependencies = {
  connectors: Connectors
  choice: SourceChoice
  inHouse: InHouseOf
  contracts: Contracts
  metrics: Metrics
  /** Epoch milliseconds. */
  now: () => number
}

/**
 * The way to the back-ends, from top to bottom: one deadline for the whole call → the method's own mapping → for each request it sends: repetitions
 * within a budget → a second attempt beside a slow one → the gate (circuit, connections) → the connector with what is left of the time → the
 * method's contract.
 */
export function createAsk({ connectors, choice, inHouse, contracts, metrics, now }: Dependencies): Ask {
  const gates = new Map<MethodName, Gate>(methodNames.map((name) => [name, createGate(name, metrics)]))

  return async <Name extends MethodName>({ method, brand, policy, params, currency, input, onWrite }: Asked<Name>) => {
    const gate = gates.get(method) as Gate
    const deadline = deadlineIn(worstCaseMs(policy))
    const kind = choice[method]
    // The table pairs each source with its own connector, which TypeScript cannot follow through a choice made at run time.
    const connector = connectors[kind] as Connector<unknown, never>
    const source = methodSources[method][kind] as Source<Name, ConnectorName>

    const attempt = (request: unknown, signal?: AbortSignal) =>
      gate.pass(policy, deadline, (timeoutMs) => connector.send(request, { timeoutMs, signal }))
    const context: AskContext<ConnectorName> = {
      currency,
      now: new Date(now()),
      send: (request) =>
        withRetries(policy, () => read(gate, policy, (signal) => attempt(request, signal)), {
          budget: gate.budget,
          deadline,
          onRetry: () => metrics.retries.inc({ method }),
        }),
      sendOnce: (request) => {
        onWrite?.()
        return attempt(request)
      },
    }
    const asked = params as AskedParams<Name>
    const theirs = () => source.ask(context, asked, input)
    const own = inHouse(brand)?.[method] as InHouseMethod<Name> | undefined
    const value = await (own ? own({ params: asked, input, now: context.now, theirs, onWrite: () => onWrite?.() }) : theirs())
    const objection = contracts.objection(method, value)
    if (objection !== undefined) throw badAnswer(method, 'the result its contract describes', objection)
    return value
  }

  /** A second attempt beside a slow one costs the system like a repetition, and is paid for like one. */
  function read<T>(gate: Gate, policy: Policy, attempt: (signal?: AbortSignal) => Promise<T>): Promise<T> {
    if (policy.hedgeAfterMs === 0) return attempt()
    const mayHedge = () => gate.hasRoom(policy) && gate.budget.spend()
    return withHedge({ afterMs: policy.hedgeAfterMs, attempt, mayHedge })
  }
}

/** What a failure means for the caller; what was thrown and is none is a fault of ours, and for him the same as an unreadable answer. */
export function asFailure(method: MethodName, error: unknown, onFault: (error: unknown) => void): BssFailure {
  if (error instanceof BssFailure) return error
  onFault(error)
  return badAnswer(method, 'an answer the method can read', 'one it cannot', error)
}
