import type { Reply } from '../../http/types.ts'
import type { Deviation, SoapDeviation } from '../types.ts'

/** How answers of one format go wrong. */
export type Format = {
  contentType: string
  /** What a system in trouble says. */
  error(status: number): Reply
  /** An answer that broke off. */
  truncated: string
  /** A list that looks right from its start, and whose pieces never need to end. */
  endless: { start: string; piece: string; end: string }
  /** Right in meaning, wrong in form: all that real systems are known for, or the deviations chosen; those of another format change nothing. */
  sloppy(reply: Reply, chosen?: readonly (Deviation | SoapDeviation)[]): Reply
  /** Of the right shape, with values of other types. */
  wrongTypes(reply: Reply): Reply
}
