import { createHmac, timingSafeEqual } from 'node:crypto'
import { Type } from 'typebox'
import { checked, idempotencyKey } from '../http/asked.ts'
import { readJson } from '../http/body.ts'
import { badRequest, HttpProblem } from '../http/problem.ts'
import type { Reply, Route, SimRequest } from '../http/types.ts'
import { createIdempotency } from '../state/idempotency.ts'
import type { SmsCredentials } from './credentials.ts'
import type { Texts } from './texts.ts'

const Message = Type.Object(
  {
    from: Type.String({ maxLength: 100 }),
    to: Type.String({ maxLength: 100 }),
    text: Type.String({ maxLength: 1_000 }),
    /** Where what becomes of it is told, signed. */
    reportUrl: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
)
const path = '/sms/v1/messages'
const reportMs = 2_000
const kept = 10_000
/** Longer than anybody waits. */
const silenceMs = 60_000

export type Gateway = { routes: Route[]; reset(): void; close(): void }

type Options = { credentials: SmsCredentials; texts: Texts; now: () => Date }

/** The operator's other door for texts: `POST /sms/v1/messages` with a bearer token and an idempotency key; reports go by webhook. */
export function createGateway({ credentials, texts, now }: Options): Gateway {
  const idempotency = createIdempotency(kept)
  const stop = new AbortController()
  const later = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      stop.signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
    })

  /** Signed as a real gateway does; nobody there is nobody's trouble. */
  function report(url: URL, id: string, isDelivered: boolean): void {
    const body = JSON.stringify({ id, ...(isDelivered ? { state: 'delivered' } : { state: 'undelivered', reason: 'undeliverable' }) })
    const seconds = Math.floor(now().getTime() / 1_000)
    const signature = createHmac('sha256', credentials.reportSecret).update(`${seconds}.${body}`).digest('hex')
    const headers = { 'content-type': 'application/json', 'x-sms-signature': `t=${seconds},v1=${signature}` }
    const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(reportMs)])
    fetch(url, { method: 'POST', body, headers, signal, redirect: 'error' }).catch(() => undefined)
  }

  async function take(request: SimRequest): Promise<Reply> {
    if (!isRight(request.headers.authorization, `Bearer ${credentials.token}`))
      return refusal(401, 'token', { 'www-authenticate': 'Bearer' })
    const key = idempotencyKey(request)
    if (key === undefined) throw badRequest('Idempotency-Key: expected the id of the text.')
    const body = checked(Message, readJson(request))
    const reportUrl = body.reportUrl === undefined ? undefined : localUrl(body.reportUrl)
    if (!/^\+[1-9]\d{5,14}$/.test(body.to)) return refusal(422, 'number')
    if (!/^[\x20-\x7e]{1,11}$/.test(body.from)) return refusal(422, 'sender')
    if (body.text === '') return refusal(422, 'text')
    const known = idempotency.check(key, body)
    if (known === 'conflict') return refusal(409, 'key')
    const { delayMs, silent, dropReceipts, duplicateReceipts } = texts.behaviour()
    if (known) return { status: 202, json: { id: known.resultId } }

    const submitted = texts.submit({ from: body.from, to: body.to, text: body.text })
    if (submitted.outcome === 'throttled') return refusal(429, 'tooMany', { 'retry-after': '1' })
    if (submitted.outcome !== 'taken') return refusal(422, submitted.outcome)
    idempotency.record(key, body, submitted.id)
    const times = dropReceipts || !reportUrl ? 0 : duplicateReceipts ? 2 : 1
    for (let time = 0; time < times; time++) if (reportUrl) report(reportUrl, submitted.id, submitted.isDelivered)
    await later(silent ? silenceMs : delayMs)
    return { status: 202, json: { id: submitted.id } }
  }

  return {
    routes: [{ method: 'POST', path, handle: take }],
    reset: () => idempotency.clear(),
    close: () => stop.abort(),
  }
}

function refusal(status: number, code: string, headers: Record<string, string> = {}): Reply {
  return { status, headers, json: { code } }
}

/** In a time that does not tell how much of it was right. */
function isRight(got: string | undefined, expected: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest()
  return timingSafeEqual(digest(got ?? ''), digest(expected))
}

/** The simulator calls programs of this machine and nobody else, whatever it is told. @throws {HttpProblem} 400 */
function localUrl(text: string): URL {
  const url = URL.parse(text)
  if (url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) return url
  throw new HttpProblem(400, 'invalid', 'The request is not valid', 'reportUrl: expected an http address of this machine.')
}
