import { setTimeout as sleep } from 'node:timers/promises'
import type { Connector } from '../../../bff/src/bss/connectors/contract.ts'
import type { RestAnswer, RestRequest } from '../../../bff/src/bss/connectors/rest/connector.ts'
import type { ApiName } from '../../../bff/src/bss/connectors/rest/settings.ts'
import { BssFailure } from '../../../bff/src/bss/failure.ts'
import type { AskedMethod, Origin, Question } from './peers/contract.ts'
import { bodyOf } from './bodies.ts'

/**
 * A back-end in this process, for parts that count calls: each question is one request, answered after `latencyMs` with the right TM Forum body. Parts that
 * measure the way to a back-end ask a real one.
 */
export type BackEnd = Origin & {
  /** How many requests have arrived. */
  calls: number
  /** It answers with an error, as late as it would answer. */
  isDown: boolean
  latencyMs: number
}

export function createBackEnd(latencyMs: number): BackEnd {
  const backEnd: BackEnd = {
    calls: 0,
    isDown: false,
    latencyMs,
    async ask(question) {
      backEnd.calls++
      if (backEnd.latencyMs > 0) await sleep(backEnd.latencyMs)
      if (backEnd.isDown) throw new Error('The back-end is down')
      return bodyOf(question)
    },
  }
  return backEnd
}

/** The same back-end as the data layer's REST connector. */
export function connectorTo(origin: Origin): Connector<RestRequest, RestAnswer> {
  return {
    async send(request) {
      try {
        return { status: 200, body: await origin.ask(questionOf(request)), header: () => undefined }
      } catch (cause) {
        const fault = { expected: 'an HTTP answer', got: 'status 503', fix: 'Nothing: the bench wanted it so' }
        throw new BssFailure('BSS_UNAVAILABLE', request.api, fault, { wasSent: true, isRetryable: true, cause })
      }
    },
    close: () => Promise.resolve(),
  }
}

const methodOf: Readonly<Partial<Record<ApiName, AskedMethod>>> = {
  customer: 'customer',
  party: 'party',
  productInventory: 'lines',
  account: 'account',
  customerBill: 'bills',
  prepayBalance: 'balance',
  usageConsumption: 'usage',
  productCatalog: 'offers',
}

/** What a request asks: the first number of its parameters is the customer's. */
function questionOf({ api, path, query, body }: RestRequest): Question {
  const [, customer = '0'] = /-(\d+)/.exec([path, ...Object.values(query ?? {}), JSON.stringify(body ?? '')].join(' ')) ?? []
  const method = methodOf[api]
  if (!method) throw new TypeError(`The bench does not ask the API ${api}`)
  return { method, customer: Number(customer) }
}
