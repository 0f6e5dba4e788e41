import type { TextView } from '@mosaic/widgets'
import type { TargetChoice } from '../send/types.ts'

/* What the desk's questions about guides answer. Words that name a kind or an outcome may grow. */

export type GuideAnswer = { id: string; text: TextView; isChosen: boolean }
export type GuideStep = {
  id: string
  kind: string
  title: TextView
  text: TextView | null
  image: { url: string; width: number; height: number; alt: string } | null
  answers: readonly GuideAnswer[]
  outcome: string | null
}
/** `by`: `customer` or `agent`; null for what was looked up by itself. */
export type GuideMark = { step: string; kind: string; title: TextView; found: TextView; by: string | null; agent: string | null }
/** A walk through a guide. `message`: why an answer did not count. */
export type GuideRun = {
  id: string
  guide: string
  lineId: string | null
  title: TextView
  at: string
  step: GuideStep
  trail: readonly GuideMark[]
  target: TargetChoice | null
  isReported: boolean
  ticket: string | null
  helper: string | null
  isMine: boolean
  message: TextView | null
}
export type GuideChoice = { id: string; title: string; fits: string; found: readonly Pick<GuideMark, 'step' | 'title' | 'found'>[] }
export type OpenedTicket = { status: string; message: string; run: GuideRun }
