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
  /** The link he was stuck at; its state is a word that may grow. */
  handOver: { target: string; state: string } | null
}

/** A period in which somebody can call: instants in ISO 8601. */
export type Time = { startsAt: string; endsAt: string; free: number }
/** `status`: `booked`, `full` (somebody was first), `closed` (not at this time); may grow. */
export type Booked = { status: string; callBack: { startsAt: string; endsAt: string } | null }
