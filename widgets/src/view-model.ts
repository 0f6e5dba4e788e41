import type { ColorTokenName, Tone } from '@mosaic/schemas/release'

/* The envelope every widget has, in the words of the GraphQL schema. The BFF fills it; presenters give what is theirs. */

export type TextView = { value: string; lang: string }
export type MoneyView = { amount: string; currency: string; text: string }
export type WidgetState = 'READY' | 'STALE' | 'FAILED' | 'UNSUPPORTED'
export type IssueView = { code: string; message: string; retryable: boolean; retryAfterSeconds?: number | undefined }
export type ConfirmView = { title: string; body?: string | undefined; acceptLabel: string; cancelLabel: string }
export type TrackingView = {
  impressionId: string
  visiblePercent: number
  visibleMs: number
  limit: number
  variant?: string | undefined
  context?: string | undefined
}
export type AccessibilityView = { label: string; hint?: string | undefined; role?: string | undefined; liveRegion: boolean }
export type FreshnessView = { source: string; fetchedAt: string; staleAfter: string; expiresAt: string }
/** `themeId`: the theme that gives the names their values, when it is not the page's own. */
export type StyleView = { tone: Tone; surfaceToken: ColorTokenName; onSurfaceToken: ColorTokenName; themeId?: string | undefined }

export type VariableView = { name: string; value: string }
type ActionCommon = { id: string; label: TextView; accessibilityLabel?: string | undefined; confirm?: ConfirmView | undefined }
/** `operationId` names a mutation of the client's schema; `refreshes` the contents whose widgets it changes. */
export type ActionView =
  | (ActionCommon & { __typename: 'OpenLink'; deepLink: string; webUrl: string; minAppVersion?: string | undefined })
  | (ActionCommon & { __typename: 'RunMutation'; operationId: string; variables: VariableView[]; refreshes: readonly string[] })

export type GaugeView = { label: TextView; ratio: number; valueText: string; actions: ActionView[] }
export type FallbackView = { title: string; body?: string | undefined; action?: ActionView | undefined }

/** What every widget has, whatever its kind. */
export type EnvelopeView = {
  __typename: string
  id: string
  kind: string
  schemaVersion: number
  state: WidgetState
  issue?: IssueView | undefined
  title?: TextView | undefined
  fallback: FallbackView
  style: StyleView
  action?: ActionView | undefined
  freshness: FreshnessView
  tracking: TrackingView
  accessibility: AccessibilityView
}

/** A widget as GraphQL resolves it: envelope, plus the payload under the kind's name, plus the archetypes' faces. */
export type WidgetView = EnvelopeView & { [payload: string]: unknown }
