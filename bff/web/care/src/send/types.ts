/* What the desk's questions about targets and links answer. States are words that may grow. */

/** `wants`: what it is filled in with: `bill`, `option`, or nothing. `fits`: `yes`, `no` or `unknown`. */
export type TargetChoice = { id: string; title: string; opens: string; wants: string | null; uses: number; fits: string }
/** Something of the customer's that a target is filled in with; `name`: as what. */
export type ParamChoice = { id: string; label: string; name: string }
export type Param = { name: string; value: string }
export type SmsPreview = { from: string; text: string; septets: number; isOneSegment: boolean }
export type HandOverMark = { type: string; at: string; text: string }
export type HandOver = {
  id: string
  code: string
  state: string
  targetId: string
  target: string
  customerId: string
  lineId: string
  locale: string
  params: readonly Param[]
  issuedAt: string
  expiresAt: string
  step: string | null
  wants: string | null
  note: string | null
  /** Who helps him, who is stuck. */
  takenBy: string | null
  isTakenByMe: boolean
  reason: string | null
  events: readonly HandOverMark[]
}
/** With who has sent it: `agentId` null, nobody in person. */
export type StuckHandOver = HandOver & { customerName: string; agent: string; agentId: string | null }
export type SentHandOver = { status: string; message: string; handOver: HandOver | null }
