/** Somebody who is to be called back. `state`: `waiting`, `taken`, `done`, `unreached`, `cancelled`; may grow. */
export type CallBack = {
  id: string
  customerId: string
  name: string
  msisdn: string
  topic: string
  /** What he has said already, in his words: nobody asks twice. */
  said: readonly string[]
  startsAt: string
  endsAt: string
  state: string
  isLate: boolean
  agentId: string | null
}
