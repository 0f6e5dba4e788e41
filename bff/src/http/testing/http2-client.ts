import { connect, type ClientHttp2Session, type ClientHttp2Stream, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http2'

/** What came over one stream; `code` is why it ended, 0 when all is well. */
export type Http2Answer = { status: number | undefined; headers: IncomingHttpHeaders; text: string; code: number }

/** A session that may be cut: the tests look at how it ended. */
export function http2Session(url: string, ca: string): ClientHttp2Session {
  return connect(url, { ca }).on('error', () => {})
}

/** Asks over a stream of its own; without a body nothing but the headers is sent. */
export async function askOver2(session: ClientHttp2Session, headers: OutgoingHttpHeaders, body?: string | Buffer): Promise<Http2Answer> {
  const stream = session.request(headers, { endStream: body === undefined })
  const answer = answerOf(stream)
  if (body !== undefined) stream.end(body)
  return answer
}

/** Resolves when the stream has ended, by whomever. */
export function answerOf(stream: ClientHttp2Stream): Promise<Http2Answer> {
  return new Promise((resolve) => {
    let headers: IncomingHttpHeaders & { ':status'?: number } = {}
    let text = ''
    stream
      .setEncoding('utf8')
      .on('response', (came) => (headers = came))
      .on('data', (chunk: string) => (text += chunk))
      .on('error', () => {})
      .on('close', () => resolve({ status: headers[':status'], headers, text, code: stream.rstCode ?? 0 }))
  })
}
