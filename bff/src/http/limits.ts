/** What one client may take of the server: in milliseconds, bytes and numbers. What takes more is cut off, and costs the others nothing. */
export type HttpLimits = {
  /** Until the headers of a request, or a TLS handshake, are whole. */
  headersMs: number
  /** Until the whole request is, with its body. */
  requestMs: number
  /** Without one byte taken or given while an answer is due: longer than any answer is composed. */
  stalledMs: number
  /** Until a stream of HTTP/2 is over, whatever goes over its session meanwhile: longer than the slowest network takes for an image. */
  streamMs: number
  /** How long a connection may rest between two requests: longer than the load balancers before us keep it, or they would send into a closed one. */
  keepAliveMs: number
  /** How often the first two are looked at. */
  checkMs: number
  /** How often a renewed certificate is looked for. */
  certificateMs: number
  /** The headers of a request, with its address. */
  headerBytes: number
  /** The address of a request: a trusted document's id and its variables are a tenth of it. */
  urlLength: number
}

export const httpLimits: HttpLimits = {
  headersMs: 10_000,
  requestMs: 15_000,
  stalledMs: 30_000,
  streamMs: 300_000,
  keepAliveMs: 65_000,
  checkMs: 1_000,
  certificateMs: 5_000,
  headerBytes: 16 * 1024,
  urlLength: 8 * 1024,
}
