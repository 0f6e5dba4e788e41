import type { IncomingMessage, ServerResponse } from 'node:http'
import { Type, type Static, type TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { ClientError } from '../client-error.ts'
import { readBody } from '../http/body.ts'
import { lastHeaders, sendError, sendJson, type Handler } from '../http/handler.ts'
import type { Metrics } from '../metrics.ts'
import type { createGuestAnswers } from './guest.ts'
import type { Proving, Step } from './prove.ts'

/** A secret of ours is 43 characters; whatever else comes is none. */
const Secret = Type.String({ maxLength: 200 })
const Claimed = Type.Object({ claim: Secret }, { additionalProperties: false })
const Returned = Type.Object(
  { claim: Secret, state: Secret, code: Type.String({ minLength: 1, maxLength: 2_048 }) },
  { additionalProperties: false },
)
const Tried = Type.Object({ claim: Secret, code: Type.String({ pattern: '^[0-9A-Za-z]{3,10}$' }) }, { additionalProperties: false })
const Question = Type.Object(
  {
    documentId: Type.Optional(Type.String({ maxLength: 100 })),
    operationName: Type.Optional(Type.Union([Type.String({ maxLength: 100 }), Type.Null()])),
    variables: Type.Optional(Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()])),
    extensions: Type.Optional(Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()])),
  },
  { additionalProperties: false },
)

const maxBytes = 16 * 1024
const graphqlPath = '/a/graphql'

type Dependencies = { proving: Proving; metrics: Pick<Metrics, 'proofs'>; answer: ReturnType<typeof createGuestAnswers> }

/**
 * What somebody may ask who has opened a link and is not signed in: `POST /a/verify`, `/a/verified`, `/a/code`, `/a/code/check` to prove that he holds the
 * number, then `POST /a/graphql` with what that gave (`x-hand-over`). JSON alone, which no page elsewhere can send; no cookie, no secret in an address.
 */
export function serveStepUp({ proving, metrics, answer }: Dependencies): Handler {
  const steps = new Map<string, (body: unknown) => Promise<Step>>([
    ['/a/verify', async (body) => proving.begin(checked(Claimed, body).claim)],
    [
      '/a/verified',
      async (body) => {
        const { claim, state, code } = checked(Returned, body)
        return proving.finish(claim, state, code)
      },
    ],
    ['/a/code', async (body) => proving.sendCode(checked(Claimed, body).claim)],
    [
      '/a/code/check',
      async (body) => {
        const { claim, code } = checked(Tried, body)
        return proving.checkCode(claim, code)
      },
    ],
  ])

  return async (request, response, { pathname }) => {
    const step = steps.get(pathname)
    if (!step && pathname !== graphqlPath) return false
    // The way back from the network is a page of the app as well.
    if (pathname === '/a/verified' && (request.method === 'GET' || request.method === 'HEAD')) return false
    const body = await bodyOf(request, response)
    if (body === undefined) return true
    try {
      if (step) {
        const taken = await step(body.value)
        metrics.proofs.inc({ step: pathname, outcome: taken.status })
        return sendJson(response, 200, taken)
      }
      const secret = request.headers['x-hand-over']
      return sendJson(
        response,
        200,
        await answer(typeof secret === 'string' ? secret : undefined, checked(Question, body.value), request.headers),
      )
    } catch (error) {
      if (!(error instanceof ClientError)) throw error
      const status = error.httpStatus ?? 400
      // GraphQL's own words where GraphQL is asked.
      if (step) return sendError(response, status, error.code, error.message)
      return sendJson(response, status, { errors: [{ message: error.message, extensions: { code: error.code } }] })
    }
  }
}

/** `undefined`: it has been answered. */
async function bodyOf(request: IncomingMessage, response: ServerResponse): Promise<{ value: unknown } | undefined> {
  const refuse = (status: number, code: string, message: string, headers: Record<string, string> = {}) =>
    void sendError(response, status, code, message, { ...headers, ...lastHeaders(response) })
  if (request.method !== 'POST') return refuse(405, 'METHOD_NOT_ALLOWED', 'Expected POST.', { allow: 'POST' })
  if (!/^application\/json(;|$)/.test(request.headers['content-type'] ?? ''))
    return refuse(415, 'UNSUPPORTED_MEDIA_TYPE', 'Expected content-type application/json.')
  const text = await readBody(request, maxBytes)
  if (text === undefined) return refuse(413, 'BODY_TOO_LARGE', `Expected at most ${maxBytes} bytes.`)
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return refuse(400, 'BAD_INPUT', 'Expected JSON.')
  }
}

function checked<const Schema extends TSchema>(schema: Schema, body: unknown): Static<Schema> {
  if (Value.Check(schema, body)) return body
  const field = Value.Errors(schema, body)[0]?.instancePath.slice(1) || 'the body'
  const fault = { expected: 'what this door takes', got: 'something else', fix: `Correct ${field}` }
  throw new ClientError('BAD_INPUT', `${field} is not valid`, fault)
}
