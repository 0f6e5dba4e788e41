import type { IncomingHttpHeaders } from 'node:http'
import type { MethodName } from '@mosaic/schemas/bss'

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

/** An answer: `json` is serialised by the server, `text` goes out as it is. */
export type Reply = { status: number; headers?: Readonly<Record<string, string>>; json?: unknown; text?: string }

export type Handler = (request: SimRequest) => Reply | Promise<Reply>

/** `bss` names the BSS method that the route serves: faults and counters go by it. */
export type Route = { method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS'; path: string; bss?: MethodName; handle: Handler }
