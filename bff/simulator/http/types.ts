import type { IncomingHttpHeaders } from 'node:http'
import type { MethodName } from '@mosaic/schemas/bss'
import type { Envelope } from '../soap/envelope.ts'

/** A request as the handlers see it: the body is read whole and bounded before. */
export type SimRequest = {
  method: string
  url: URL
  /** The values of the `:name` parts of the route's path. */
  params: Readonly<Record<string, string>>
  headers: IncomingHttpHeaders
  body: Buffer
  /** Set by the `asynchronous` fault: the task is accepted now and ends later. */
  delay?: TaskDelay
}
export type TaskDelay = { afterMs: number; outcome: 'completed' | 'failed' }

/** An answer: `json` and `soap` are serialised by the server, `text` goes out as it is. */
export type Reply = { status: number; headers?: Readonly<Record<string, string>>; json?: unknown; soap?: Envelope; text?: string }

export type Handler = (request: SimRequest) => Reply | Promise<Reply>

export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS'
  path: string
  /** The BSS method that the route serves, or that a request asks for: faults and counters go by it. */
  bss?: MethodName | ((request: SimRequest) => MethodName | undefined)
  /** What its answers are written in: faults speak it too. @default json */
  format?: FormatName
  handle: Handler
}
export type FormatName = 'json' | 'soap'
