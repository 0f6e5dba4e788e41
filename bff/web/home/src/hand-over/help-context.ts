import { createContext, useContext } from 'react'
import type { HandOver, Note } from './hand-overs.ts'

/** How the signed-in customer is being helped, and what he can do with it. */
export type Help = {
  /** What he is looking at with his helper. */
  current: HandOver | undefined
  /** What is waiting for him, the soonest to expire first; without what he has put off. */
  waiting: readonly HandOver[]
  /** Goes to the place of a hand-over that this customer has taken. */
  follow(handOver: HandOver): void
  /** Takes what is waiting and goes there; false when it could not be taken any more. @throws ApiError */
  open(id: string): Promise<boolean>
  putOff(id: string): void
  /** The place it leads to is on the screen. Told once a step; `isThere`: whether what is meant was found on it. */
  reached(step: string, isThere: boolean): void
  /** Tells the helper; false when nobody is there to be told any more. @throws ApiError */
  note(note: Note): Promise<boolean>
  /** The same with where the customer is, which need not be where he was sent. @throws ApiError */
  stuckAt(step: string, note: Extract<Note, { type: 'stuck' }>): Promise<boolean>
}

export const HelpContext = createContext<Help | undefined>(undefined)

/** Undefined where nobody helps: the brand has no care, or nobody is signed in. */
export function useHelp(): Help | undefined {
  return useContext(HelpContext)
}
