/** The bounds of one attempt. */
export type Attempt = {
  /** From the call to the last byte of the answer, in milliseconds; kept to within 10 ms, whatever the library below thinks of time. */
  timeoutMs: number
  /** Ends the attempt before: nobody waits for it any more. */
  signal?: AbortSignal | undefined
}

/**
 * A way to talk to one kind of back-end. It stands behind the limits, the retries and the cache of the data layer and has none of its own: it opens
 * a connection when there is none free, and never queues a request.
 */
export type Connector<Request, Answer> = {
  /**
   * One attempt. Throws nothing but BssFailures: BSS_TIMEOUT when the time is over, BSS_UNAVAILABLE when the system is not there or says that it
   * cannot, BSS_BAD_ANSWER when what came cannot be read. `wasSent` is false only when the request certainly did not arrive. However it ends,
   * the attempt then holds nothing any more: no connection, no timer, no memory.
   */
  send(request: Request, attempt: Attempt): Promise<Answer>
  /** Ends every connection; what is under way fails. */
  close(): Promise<void>
}
