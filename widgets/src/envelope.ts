import { printInstant } from '@mosaic/schemas/calendar'
import type { Content, Tone } from '@mosaic/schemas/release'
import type { Outcome } from './outcome.ts'
import type { FreshnessView, StyleView, TrackingView } from './view-model.ts'

const hour = 3_600_000
const day = 24 * hour

const styles: Record<Tone, StyleView> = {
  neutral: { tone: 'neutral', surfaceToken: 'surface', onSurfaceToken: 'onSurface' },
  primary: { tone: 'primary', surfaceToken: 'primary', onSurfaceToken: 'onPrimary' },
  accent: { tone: 'accent', surfaceToken: 'accent', onSurfaceToken: 'onAccent' },
  positive: { tone: 'positive', surfaceToken: 'positive', onSurfaceToken: 'onPositive' },
  warning: { tone: 'warning', surfaceToken: 'warning', onSurfaceToken: 'onWarning' },
  critical: { tone: 'critical', surfaceToken: 'critical', onSurfaceToken: 'onCritical' },
}

/** The names of the colours a content is drawn with: its palette gives them values, else that of the surface. */
export function styleOf({ tone, palette }: Pick<Content, 'tone' | 'palette'>): StyleView {
  const style = styles[tone] ?? styles.neutral
  return palette === undefined ? style : { ...style, themeId: palette }
}

/**
 * When a tile counts as seen, as data: half of it, for 800 ms, once. The impression is the same for everybody who sees this content of this
 * release, so counts add up; a new release starts a new one.
 */
export function trackingOf(content: Content, release: number, variant?: string): TrackingView {
  return { impressionId: `${content.id}@${release}`, visiblePercent: 50, visibleMs: 800, limit: 1, variant }
}

/** A tile is as old as the oldest answer it is drawn from. */
export function freshnessOf(outcomes: readonly Extract<Outcome, { status: 'ok' }>[]): FreshnessView | undefined {
  const [first, ...rest] = outcomes
  if (!first) return undefined
  const oldest = rest.reduce((one, other) => (other.fetchedAt < one.fetchedAt ? other : one), first)
  const earliest = (date: 'staleAfter' | 'expiresAt') =>
    printInstant(rest.reduce((soonest, one) => Math.min(soonest, one[date].getTime()), first[date].getTime()))
  return {
    source: oldest.source,
    fetchedAt: printInstant(oldest.fetchedAt.getTime()),
    staleAfter: earliest('staleAfter'),
    expiresAt: earliest('expiresAt'),
  }
}

/**
 * A tile made of published content alone is as old as its release and good until its validity ends; without an end, for a day, up to the next full
 * hour so that the same home asked twice is the same bytes.
 */
export function contentFreshness(content: Content, releasedAt: string, now: Date): FreshnessView {
  const until = content.validUntil ?? printInstant((Math.floor((now.getTime() + day) / hour) + 1) * hour)
  return { source: 'release', fetchedAt: releasedAt, staleAfter: until, expiresAt: until }
}

/** Nothing was got: already stale, so that a client asks again as soon as it may. */
export function noFreshness(now: Date): FreshnessView {
  const at = printInstant(now.getTime())
  return { source: 'none', fetchedAt: at, staleAfter: at, expiresAt: at }
}
