import type { Reply } from './types.ts'

/**
 * A request that cannot be answered as asked. Thrown by handlers; the server turns it into a TM Forum `Error` body, which the
 * administration shares so that there is one shape to read.
 */
export class HttpProblem extends Error {
  readonly status: number
  readonly code: string
  readonly reason: string
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, code: string, reason: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.name = 'HttpProblem'
    this.status = status
    this.code = code
    this.reason = reason
    this.headers = headers
  }

  toReply(): Reply {
    return { status: this.status, headers: this.headers, json: tmfError(this.status, this.code, this.reason, this.message) }
  }
}

/** TMF630's error representation. */
export function tmfError(status: number, code: string, reason: string, message: string) {
  return { code, reason, message, status: String(status), '@type': 'Error' }
}

export function badRequest(message: string): HttpProblem {
  return new HttpProblem(400, 'invalid', 'The request is not valid', message)
}

export function notFound(what: string): HttpProblem {
  return new HttpProblem(404, 'notFound', 'The resource does not exist', what)
}

export function conflict(message: string): HttpProblem {
  return new HttpProblem(409, 'conflict', 'The request conflicts with an earlier one', message)
}
