import type { IncomingMessage } from 'node:http'

/**
 * The text of a request's body, or `undefined` when it is longer than the bound; what is too long is not kept.
 * Rejects when the client leaves before the end.
 */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    request.once('close', () => reject(new Error('The client left before its request had ended')))
    takeBody(request, maxBytes, resolve)
  })
}

/**
 * The same without a promise, which would cost the fastest answers a good part of their time.
 *
 * @param done called once; never when the client leaves before the end
 */
export function takeBody(request: IncomingMessage, maxBytes: number, done: (body: string | undefined) => void): void {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
    done(undefined)
    return
  }
  let first: Buffer | undefined
  let chunks: Buffer[] | undefined
  let bytes = 0
  const take = (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > maxBytes) {
      request.off('data', take)
      request.off('end', end)
      request.pause()
      done(undefined)
    } else if (first === undefined) first = chunk
    else (chunks ??= [first]).push(chunk)
  }
  const end = () => done(chunks ? Buffer.concat(chunks).toString('utf8') : (first?.toString('utf8') ?? ''))
  request.on('data', take)
  request.on('end', end)
}
