import type { Receipt } from '../contract.ts'
import type { Pdu } from './library.ts'

/** `message_state` of SMPP 3.4, section 5.2.28, for those that are final, and how the text of a receipt calls them (appendix B). */
const states: readonly { code: number; word: string; reason: string | undefined }[] = [
  { code: 2, word: 'DELIVRD', reason: undefined },
  { code: 3, word: 'EXPIRED', reason: 'expired' },
  { code: 4, word: 'DELETED', reason: 'deleted' },
  { code: 5, word: 'UNDELIV', reason: 'undeliverable' },
  { code: 8, word: 'REJECTD', reason: 'rejected' },
]
/** Which kind of message it is, and that of a receipt: section 5.2.12. */
const kindMask = 0b0011_1100
const receiptKind = 0b0000_0100
const longestId = 65

/** The final word about a text; `undefined` for a customer's own text, for news on the way, and for what cannot be read. */
export function receiptOf(pdu: Pdu, at: Date): Receipt | undefined {
  if (((pdu.esm_class ?? 0) & kindMask) !== receiptKind) return undefined
  const words = typeof pdu.short_message?.message === 'string' ? pdu.short_message.message : ''
  const told = pdu.receipted_message_id
  const messageId = typeof told === 'string' && told !== '' ? told : /(?:^|\s)id:(\S+)/.exec(words)?.[1]
  if (!messageId || messageId.length > longestId) return undefined
  const word = /(?:^|\s)stat:([A-Z]+)/.exec(words)?.[1]
  const state = states.find(({ code }) => code === pdu.message_state) ?? states.find((one) => one.word === word)
  if (!state) return undefined
  return state.reason === undefined ? { messageId, state: 'delivered', at } : { messageId, state: 'undelivered', reason: state.reason, at }
}
