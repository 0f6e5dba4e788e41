import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBody } from './body.ts'
import { sendJson, type Handler } from './handler.ts'

/** Longer than any document a client ships, with its variables. */
const maxBodyBytes = 256 * 1024

type Yoga = (request: IncomingMessage, response: ServerResponse) => unknown

/** `/graphql`: the body is read here, within a bound, and handed over as text. Answers are personal: nobody on the way may keep them. */
export function serveGraphql(yoga: Yoga): Handler {
  return async (request, response, url) => {
    if (url.pathname !== '/graphql') return false
    response.setHeader('cache-control', 'no-store')
    if (request.method === 'POST') {
      const body = await readBody(request, maxBodyBytes)
      if (body === undefined) {
        const message = `The request is too large: expected at most ${maxBodyBytes} bytes. Ask for less.`
        response.setHeader('connection', 'close')
        return sendJson(response, 413, { errors: [{ message, extensions: { code: 'BODY_TOO_LARGE' } }] })
      }
      Object.assign(request, { body })
    }
    await yoga(request, response)
    return true
  }
}
