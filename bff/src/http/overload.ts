import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendError, sendJson } from './handler.ts'

/**
 * How many requests are being answered, and whether there is room for one more. A queue before a server that is too slow only makes it answer those
 * who have already left: what is too much is refused at once. Two plain counters, because every request passes here.
 */
export type Overload = {
  /** Takes a place; false when there is none. Whoever got one gives it back with `leave`, once. */
  enter(): boolean
  leave(): void
  inFlight(): number
  /** How many found no place since the start. */
  refused(): number
}

export function createOverload(maxRequests: number): Overload {
  let inFlight = 0
  let refused = 0
  return {
    enter() {
      if (inFlight >= maxRequests) {
        refused++
        return false
      }
      inFlight++
      return true
    },
    leave() {
      inFlight--
    },
    inFlight: () => inFlight,
    refused: () => refused,
  }
}

const message = 'We are answering as many requests as we can. Try again in a moment.'
/** In seconds: a place is free again as soon as one request is answered. */
const headers = { 'retry-after': '1' }

/** The answer to who found no place, in the form that is read where he asked. */
export function sendOverloaded({ url }: IncomingMessage, response: ServerResponse): true {
  if (!url?.startsWith('/graphql')) return sendError(response, 503, 'OVERLOADED', message, headers)
  return sendJson(response, 503, { errors: [{ message, extensions: { code: 'OVERLOADED' } }] }, headers)
}
