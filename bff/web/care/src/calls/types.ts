import type { Line } from '../types.ts'

/** A call, or another talk. `state`: `ringing`, `open`, `closed`; may grow. `reason`: in words. */
export type Contact = {
  id: string
  channel: string
  callId: string | null
  customer: { id: string; name: string; lines: readonly Line[] } | null
  msisdn: string | null
  agentId: string | null
  state: string
  reason: string | null
  text: string | null
  startedAt: string
  endedAt: string | null
}
