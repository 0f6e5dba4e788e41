/** A call, or another talk. `state`: `ringing`, `open`, `closed`; may grow. `reason`: a target’s id, or words. */
export type Contact = {
  id: string
  channel: string
  callId: string | null
  /** Null: not known yet. */
  customerId: string | null
  /** Null also while he cannot be looked up. */
  customer: { id: string; name: string } | null
  msisdn: string | null
  agentId: string | null
  state: string
  reason: string | null
  text: string | null
  startedAt: string
  endedAt: string | null
}
