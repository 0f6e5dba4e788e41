import type { OutgoingHttpHeaders } from 'node:http'
import { Http2ServerResponse } from 'node:http2'

/**
 * An answer over HTTP/2 that can be used as one over HTTP/1.1. To Node's own, Yoga would wait for ever to write when the client has left, or has asked
 * for the head alone; and it takes ill to be given a status text, for which HTTP/2 has no place.
 */
export class Http2Response extends Http2ServerResponse {
  override writeHead(status: number, ...rest: readonly unknown[]): this {
    return super.writeHead(status, rest.find((part) => typeof part === 'object') as OutgoingHttpHeaders)
  }

  override write(...args: readonly unknown[]): boolean {
    return this.req?.method === 'HEAD' || Boolean(Reflect.apply(super.write, this, args))
  }
}

// Not in the class: Node's types say that it is there.
Object.defineProperty(Http2Response.prototype, 'destroyed', {
  get(this: Http2Response): boolean {
    return this.stream.destroyed
  },
})
