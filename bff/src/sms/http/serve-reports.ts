import { createHmac, timingSafeEqual } from 'node:crypto'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { readBody } from '../../http/body.ts'
import { lastHeaders, sendError, type Handler } from '../../http/handler.ts'
import type { Receipt } from '../contract.ts'

type Options = { secret: string; now: () => Date; heard(receipt: Receipt): void }

export const reportsPath = '/care/sms-reports'
const maxBytes = 8 * 1024
/** How old a signature may be, and how far in the future by a clock that is ahead, in seconds. */
const toleranceSeconds = 300

const Report = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 128 }),
    state: Type.Union([Type.Literal('delivered'), Type.Literal('undelivered')]),
    reason: Type.Optional(
      Type.Union([Type.Literal('expired'), Type.Literal('deleted'), Type.Literal('undeliverable'), Type.Literal('rejected')]),
    ),
  },
  { additionalProperties: false },
)

/**
 * Where a gateway tells what became of a text: `POST /care/sms-reports`, signed as `x-sms-signature: t=<seconds>,v1=<HMAC-SHA256 of "t.body", in hex>`.
 * The same report twice says nothing new, so a repetition is borne and nothing needs to be remembered.
 */
export function serveReports({ secret, now, heard }: Options): Handler {
  return async (request, response, url) => {
    if (url.pathname !== reportsPath) return false
    if (request.method !== 'POST') return sendError(response, 405, 'METHOD_NOT_ALLOWED', 'Expected POST.', { allow: 'POST' })
    const body = await readBody(request, maxBytes)
    if (body === undefined) return sendError(response, 413, 'TOO_LARGE', `Expected at most ${maxBytes} bytes.`, lastHeaders(response))
    if (!isSigned(request.headers['x-sms-signature'], body, secret, now()))
      return sendError(
        response,
        401,
        'UNAUTHENTICATED',
        'Expected x-sms-signature: t=<seconds>,v1=<HMAC-SHA256>, made now with the right secret.',
      )
    const report = parse(body)
    if (!Value.Check(Report, report)) {
      const field = Value.Errors(Report, report)[0]?.instancePath.slice(1) || 'the body'
      return sendError(response, 400, 'BAD_INPUT', `Expected { id, state: delivered | undelivered, reason? } as JSON; ${field} is not.`)
    }
    const { id: messageId, state, reason } = report
    heard({ messageId, state, ...(state === 'undelivered' && { reason: reason ?? 'undeliverable' }), at: now() })
    response.writeHead(204, { 'cache-control': 'no-store' }).end()
    return true
  }
}

function isSigned(header: string | string[] | undefined, body: string, secret: string, now: Date): boolean {
  const [, seconds, signature] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(String(header)) ?? []
  if (seconds === undefined || signature === undefined) return false
  if (Math.abs(now.getTime() / 1_000 - Number(seconds)) > toleranceSeconds) return false
  const expected = createHmac('sha256', secret).update(`${seconds}.${body}`).digest()
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'))
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
