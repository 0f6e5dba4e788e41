import type { Connector } from '../contract.ts'

type Eventually<T> = T | Promise<T>

/** A connector and the real system it talks to, with switches for what systems do. Each switch holds for what is asked after it. */
export type Counterpart = {
  // Any connector: the suite sends nothing but `ask`, and reads no answer. A method's parameters let it be so.
  connector: Connector<unknown, unknown>
  /** A request that is answered while all is well. */
  ask: unknown
  /** Takes what is asked, and never answers; what it holds then stays unanswered, also after `up`. */
  hang(): Eventually<void>
  /** Answers so late, in milliseconds. */
  slow(ms: number): Eventually<void>
  /** Is not there any more: it cuts every connection, and takes none. */
  down(): Eventually<void>
  /** All is well again. */
  up(): Eventually<void>
  /** Answers with what cannot be read. */
  garbage(): Eventually<void>
  /** Answers with far more than the connector reads: without end, or as much as the kind can. */
  huge(): Eventually<void>
  /** How many connections it sees; for a kind without connections, what an attempt holds instead. */
  open(): Eventually<number>
  /** How many attempts it has taken and never answers, and that have not let go of it. */
  hanging(): Eventually<number>
  /** Ends it. The suite closes the connector before. */
  close(): Promise<void>
}
