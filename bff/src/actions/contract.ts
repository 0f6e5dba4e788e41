import type { MethodResult, ReadMethodName, WriteMethodName } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Locale } from '@mosaic/schemas/text'
import type { Bss } from '../bss/bss.ts'
import type { WriteInput } from '../bss/contract.ts'
import type { HomeRequest, Visit } from '../home/visit.ts'
import type { ReleaseEngine } from '../release/engine.ts'

export type ActionDependencies = { engine: Pick<ReleaseEngine, 'get'>; bss: Bss }
/** Who does it, and when. */
export type ActionRequest = Pick<HomeRequest, 'session' | 'device' | 'now'>

export type ActionStatus = 'completed' | 'pending' | 'failed'
/** What came of an action, for the customer. */
export type ActionReceipt = {
  status: ActionStatus
  message: { value: string; lang: Locale }
  /** What the operator's system calls what has been made; absent where it has said nothing. */
  madeId?: string
}
/** What is said of each outcome. `unknown`: nobody can tell whether it happened, so nobody is invited to do it again at once. */
export type ActionWords = Record<ActionStatus | 'unknown', TwoLanguages>

/** Chosen by the client, one per tap: the same key never does the same thing twice. */
export type Tap = { idempotencyKey: string }

/** One thing that a customer can do. */
export type Action<Name extends WriteMethodName> = {
  /** The mutation's name: a key that was used for another action is another key. */
  operation: string
  write: Name
  words: ActionWords
  /** Other words, where what the system says tells more than its status. */
  wordsFor?(result: MethodResult<Name>): TwoLanguages | undefined
  /** One of the customer's own lines; absent when it is about the customer. */
  lineId?: string | undefined
  /** Another of them that it changes too. */
  otherLineId?: string | undefined
  /**
   * What is sent, after everything about it has been checked: whose it is, and that it still costs what the customer has agreed to. Only reads.
   * @throws {ClientError} for an input that is wrong or about somebody else
   * @throws {Answered} when there is nothing to send
   */
  prepare(known: Known): Sent<Name> | Promise<Sent<Name>>
}

/** What an action may look at before it is done. */
export type Known = {
  visit: Visit
  /** What a method answers. @throws {Answered} when it cannot be had */
  read<Read extends ReadMethodName>(method: Read): Promise<MethodResult<Read>>
}

/** A write's input without the key, which the pipeline adds. Distributed over unions, so that each case keeps its own fields. */
export type Sent<Name extends WriteMethodName> = WithoutKey<WriteInput<Name>>
type WithoutKey<Input> = Input extends unknown ? Omit<Input, 'idempotencyKey'> : never

/** What came of an action that nothing was sent for: it cannot be done, or it has been done before. In words for the customer. */
export class Answered extends Error {
  readonly status: ActionStatus
  readonly words: TwoLanguages

  constructor(status: ActionStatus, words: TwoLanguages) {
    super(words.en)
    this.status = status
    this.words = words
  }
}
