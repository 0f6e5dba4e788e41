import { show } from '@mosaic/schemas/errors'
import type { TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { ClientError } from '../../client-error.ts'
import { readBody } from '../../http/body.ts'
import { lastHeaders, sendError, sendJson, type Handler } from '../../http/handler.ts'
import type { Logger } from '../../log.ts'
import type { Signatures } from './signature.ts'

/** Longer than anything these systems have to say. */
const maxBodyBytes = 8 * 1024

type Webhook<Body> = {
  path: string
  schema: TSchema
  /** What is answered with 200: never anything of a customer. Rejects with a ClientError BAD_INPUT for what the schema cannot say. */
  take(body: Body): Promise<Readonly<Record<string, unknown>>>
}
type Options = { signatures: Signatures | undefined; log: Logger }

/**
 * A way in for the operator's telephone systems: a signed POST with a small body. Without signatures, which is without a secret, there is no such path. What is
 * not signed is told nothing but that; what is, learns which field of its body is wrong.
 */
export function createWebhook<Body>({ path, schema, take }: Webhook<Body>, { signatures, log }: Options): Handler {
  const shape: Validator = Compile(schema)
  return async (request, response, { pathname }) => {
    if (pathname !== path) return false
    if (!signatures) return sendError(response, 404, 'NOT_FOUND', 'There is nothing here.', lastHeaders(response))
    if (request.method !== 'POST') return sendError(response, 405, 'METHOD_NOT_ALLOWED', 'Expected POST.', { allow: 'POST' })
    if (!/^application\/json(;|$)/i.test(request.headers['content-type'] ?? ''))
      return sendError(response, 415, 'UNSUPPORTED_MEDIA_TYPE', 'Expected application/json.', lastHeaders(response))
    const text = await readBody(request, maxBodyBytes)
    if (text === undefined)
      return sendError(response, 413, 'BODY_TOO_LARGE', `Expected at most ${maxBodyBytes} bytes. Send less.`, lastHeaders(response))
    try {
      const header = request.headers['x-mosaic-signature']
      const signed = await signatures.check(typeof header === 'string' ? header : undefined, text)
      if (signed === 'bad') return sendError(response, 401, 'BAD_SIGNATURE', badSignature)
      if (signed === 'repeated')
        return sendError(response, 409, 'TAKEN_BEFORE', 'This very request was taken before: nothing is done twice.')
      const body = parsed(text)
      if (body === undefined) return sendError(response, 400, 'BAD_INPUT', 'The body cannot be read: expected JSON, got something else.')
      if (!shape.Check(body)) return sendError(response, 400, 'BAD_INPUT', wrongField(shape, body))
      return sendJson(response, 200, await take(body as Body))
    } catch (err) {
      if (err instanceof ClientError && err.code === 'BAD_INPUT') return sendError(response, 400, err.code, err.message)
      log.error({ err, path }, 'a webhook could not be taken')
      return sendError(response, 503, 'NOT_TAKEN', 'This cannot be taken now: expected a store that answers. Send it again in a moment.')
    }
  }
}

const badSignature =
  'The signature cannot be accepted: expected x-mosaic-signature with the moment and the HMAC of it and the body. Sign it anew.'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Names the field; its value may be somebody's number, so only its kind is told. */
function wrongField(shape: Validator, body: unknown): string {
  const [first] = shape.Errors(body)
  const field = first?.instancePath.slice(1).replaceAll('/', '.') || 'body'
  return `The field ${show(field)} cannot be used: ${first?.message ?? 'it has another shape'}. Correct it and sign it anew.`
}
