import { smsSize } from '@mosaic/schemas/sms'
import type { SmsOutcome, Text } from './contract.ts'

/** What both ways refuse before anybody is asked. Nothing that is refused is repeated in the reason. */
export function refusalOf({ id, from, to, text }: Text): SmsOutcome | undefined {
  if (!/^[\x21-\x7e]{1,128}$/.test(id)) return refused('id')
  if (!/^\+[1-9]\d{5,14}$/.test(to)) return refused('number')
  if (!/^[A-Za-z0-9][A-Za-z0-9 ]{1,9}[A-Za-z0-9]$/.test(from)) return refused('sender')
  if (text.trim() === '' || !smsSize(text).isOneSegment) return refused('text')
  return undefined
}

/**
 * Why a text was not taken: `number`, `sender`, `text` and `id` are wrong; `refused` by the network for another reason; `throttled`: it has too many of
 * ours; `busy`: too many wait here; `unavailable`: nobody there; `unknown`: perhaps sent, as its answer never came; `notConfigured`.
 */
export type RefusalReason =
  'id' | 'number' | 'sender' | 'text' | 'refused' | 'throttled' | 'busy' | 'unavailable' | 'unknown' | 'notConfigured'

/** Those that another attempt, later, may mend, and that surely sent nothing. */
const passing: ReadonlySet<RefusalReason> = new Set(['throttled', 'busy', 'unavailable'])

export function refused(reason: RefusalReason): SmsOutcome {
  return { status: 'refused', reason, isWorthTrying: passing.has(reason) }
}
