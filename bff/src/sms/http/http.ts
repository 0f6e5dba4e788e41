import { setTimeout as wait } from 'node:timers/promises'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { Agent } from 'undici'
import type { Logger } from '../../log.ts'
import { refusalOf, refused, type RefusalReason } from '../check-text.ts'
import type { Receipt, Sms, SmsOutcome, Text } from '../contract.ts'
import type { HttpSmsSettings } from '../settings.ts'
import { createTurns } from '../turns.ts'
import { factoryLimits, type HttpSmsLimits } from './limits.ts'

type Options = { log: Logger; limits?: HttpSmsLimits }

const Taken = Type.Object({ id: Type.String({ minLength: 1, maxLength: 128 }) })
const Refused = Type.Object({ code: Type.String() })
/** What a gateway may call wrong about a text. */
const faults: readonly RefusalReason[] = ['number', 'sender', 'text']
/** The errors of a connection that was never made: the text cannot have arrived. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])
const maxAnswerBytes = 64 * 1024

/** The way to a gateway, and the ear for what it reports later. */
export type HttpSms = Sms & { heard(receipt: Receipt): void }

/** Texts over HTTP: each a POST with a bearer token and, as idempotency key, the id of the text. */
export function createHttpSms({ url, token, reports }: HttpSmsSettings, { log, limits = factoryLimits }: Options): HttpSms {
  const agent = new Agent({
    connections: limits.window,
    pipelining: 1,
    connect: { timeout: limits.connectMs },
    maxResponseSize: maxAnswerBytes,
  })
  const turns = createTurns<Agent>({ window: limits.window, queue: limits.queue, patienceMs: limits.patienceMs })
  const stop = new AbortController()
  let hear: (receipt: Receipt) => void = () => {}
  turns.open(agent)

  async function post({ id, from, to, text }: Text): Promise<{ status: number; body: unknown }> {
    const response = await agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': id },
      body: JSON.stringify({ from, to, text, ...(reports && { reportUrl: reports.url.href }) }),
      signal: AbortSignal.timeout(limits.answerMs),
    })
    // What cannot be read says nothing; the status still does.
    return { status: response.statusCode, body: await response.body.json().catch(() => undefined) }
  }

  async function submit(text: Text): Promise<SmsOutcome | 'throttled'> {
    const answer = await turns.take(() => post(text).catch((error: unknown) => codeOf(error)))
    if (answer === 'busy' || answer === 'unavailable') return refused(answer)
    if (typeof answer === 'string') {
      log.warn({ code: 'SMS_GATEWAY_UNAVAILABLE', reason: answer }, 'texts: the gateway did not answer. Check SMS_HTTP_URL')
      return refused(neverSent.has(answer) ? 'unavailable' : 'unknown')
    }
    return outcomeOf(answer)
  }

  function outcomeOf({ status, body }: { status: number; body: unknown }): SmsOutcome | 'throttled' {
    if (status >= 200 && status <= 299) {
      if (Value.Check(Taken, body)) return { status: 'taken', messageId: body.id }
      log.warn({ code: 'SMS_GATEWAY_STRANGE', status }, 'texts: the gateway took one and did not name it')
      return refused('unknown')
    }
    if (status === 429) return 'throttled'
    log.warn({ code: 'SMS_GATEWAY_REFUSED', status }, 'texts: the gateway refused one')
    if (status === 503) return refused('unavailable')
    // Any other of the server's, or a redirection: it may have come after the text was taken.
    if (status >= 500 || status < 400) return refused('unknown')
    return refused((Value.Check(Refused, body) && faults.find((fault) => fault === body.code)) || 'refused')
  }

  return {
    async send(text) {
      const refusal = refusalOf(text)
      if (refusal) return refusal
      const first = await submit(text)
      if (first !== 'throttled') return first
      await wait(limits.throttledMs, undefined, { signal: stop.signal, ref: false }).catch(() => undefined)
      const second = await submit(text)
      return second === 'throttled' ? refused('throttled') : second
    },
    listen(listener) {
      hear = listener
    },
    heard(receipt) {
      try {
        hear(receipt)
      } catch (err) {
        log.error({ err }, 'a receipt of a text could not be noted')
      }
    },
    async close() {
      stop.abort()
      await turns.close(limits.farewellMs)
      await agent.destroy()
    },
  }
}

/** The code alone: messages of errors may hold what was sent. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'ERROR'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
