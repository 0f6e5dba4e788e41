import type { WriteInput } from '../../bss/contract.ts'
import type { Contact } from '../contract.ts'

/** What goes into the operator's register of contacts (TMF683): decided once, so that every attempt says the same. */
export type Talk = { brand: string; customerId: string; input: WriteInput<'recordContact'> }

/** Why it could not be written; undefined: it is. Never rejects. */
export type SendTalk = (talk: Talk) => Promise<string | undefined>

/** Takes talks that are over to the operator's register of contacts, and does not forget one that could not be taken there yet. */
export type Talks = {
  /** Keeps it and tries at once; nobody waits for more than that. Never rejects: what could not even be kept is found again by its end. */
  write(contact: Contact): Promise<void>
  /** Keeps it unless it is kept or was written, to be written with the next round. Rejects when the store cannot be asked. */
  keep(contact: Contact): Promise<void>
  /** One round: whatever is due is tried. Rejects when the store cannot be asked. */
  work(isOver: () => boolean): Promise<void>
}
