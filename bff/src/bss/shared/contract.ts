import type { MethodName } from '@mosaic/schemas/bss'
import type { BssFailureCode } from '../failure.ts'

/** What instances tell each other of one question. */
export type SharedKey = { brand: string; method: MethodName; tag: string; variant: string; key: string }
/** An answer as instances share it: its JSON, and when it was fetched in epoch milliseconds. */
export type SharedEntry = { json: string; fetchedAt: number }
/** A failure that stands for everybody for a moment. */
export type SharedFailure = { code: BssFailureCode; retryAfterSeconds?: number }

/** Whose turn it is to ask the back-end. */
export type Turn =
  /** Ours: tell what came of it, once. */
  | { whose: 'ours'; lease: Lease }
  /** It was somebody's, and here is what came of it. */
  | { whose: 'done'; outcome: SharedEntry | SharedFailure }
  /** It is somebody's: with the news comes what came of it; without, ask again. */
  | { whose: 'theirs'; news: Promise<SharedEntry | SharedFailure | undefined> }

export type Lease = {
  /**
   * Shares an answer for `forMs`. False when it must not be kept, not even here: since the lease was given, something was changed that the answer
   * may not know of.
   */
  succeed(entry: SharedEntry, forMs: number): Promise<boolean>
  /** Shares a failure for `forMs`. False as above. */
  fail(failure: SharedFailure, forMs: number): Promise<boolean>
}

/** What a write has made obsolete, and for how long its effect may still be to come, in milliseconds; 0 when it has come. */
export type Change = { brand: string; method: MethodName; tag: string; unsettledMs: number }

/** What this instance must do because of something that happened elsewhere. */
export type SharedListener = {
  /** A write has made everything of this tag obsolete; what is read of it within `unsettledMs` may be from before its effect. */
  changed(tag: string, unsettledMs: number): void
  /** Changes may have been missed: what writes can make obsolete is to be asked for again. */
  uncertain(): void
}

/**
 * What the instances of the BFF share: answers, turns at asking, news of changes. It helps and is never needed: no function of it rejects or takes
 * longer than its deadline (after one that did, none takes any time until it is well again), and then each instance works as if it were alone.
 */
export type Shared = {
  /** The answer the instances have, however old. */
  read(key: SharedKey): Promise<SharedEntry | undefined>
  /**
   * Asks for the turn. `seenAt`: `fetchedAt` of the answer already known (0 for none); only a newer one counts as done. With `isShared` false
   * everybody gets a turn, and answers are shared all the same.
   */
  turn(key: SharedKey, seenAt: number, isShared: boolean): Promise<Turn>
  /** Makes everything of the tags obsolete in all instances; when they cannot be told now, as soon as they can. */
  change(changes: readonly Change[]): Promise<void>
  /** Who is told of changes. One, before anything is asked. */
  listen(listener: SharedListener): void
  close(): Promise<void>
}
