import { Component, type ComponentType, type CSSProperties, type ReactNode } from 'react'
import type { Locale } from '@mosaic/schemas/text'
import type { ActionView, FallbackView, WidgetView } from '../view-model.ts'
import type { WidgetViewComponent, WidgetViewProps } from '../view-props.ts'
import { updatedText } from './age.ts'
import { colorProperty } from './colors.ts'
import { Icon } from './icons.tsx'
import { drawFace } from './faces.tsx'
import { ActionButton, Heading } from './parts.tsx'
import './tile.css'

export type TileProps = Omit<WidgetViewProps<unknown>, 'payload'> & {
  /** The kinds this build can draw. */
  views: Readonly<Record<string, WidgetViewComponent>>
  /** The custom properties of its own theme (see `colorProperties`); absent: it is drawn in the page's. */
  colors?: Readonly<Record<string, string>> | undefined
  /** Asks for the home again; absent where nothing can be retried. */
  onRetry?: (() => void) | undefined
  isRetrying?: boolean | undefined
}

/**
 * One widget on its surface: its kind's view or its archetype's face when there is something to draw, else its text card. A view that throws becomes its
 * text card too: no tile ever takes another down.
 */
export function Tile({ views, colors, onRetry, isRetrying, ...props }: TileProps) {
  const { widget, locale, now } = props
  const textCard = <TextCard {...props} fallback={widget.fallback} />
  return (
    <div
      className="tile"
      data-kind={widget.kind}
      data-tone={widget.state === 'FAILED' ? 'neutral' : (widget.style?.tone ?? 'neutral')}
      data-state={widget.state}
      role={roles.has(widget.accessibility.role ?? '') ? (widget.accessibility.role ?? undefined) : 'group'}
      aria-label={widget.accessibility.label}
      aria-live={widget.accessibility.liveRegion ? 'polite' : undefined}
      style={{ ...colors, ...(widget.state !== 'FAILED' && surface(widget)) }}
    >
      {widget.state === 'FAILED' ? (
        <FailedCard {...props} onRetry={onRetry} isRetrying={isRetrying} />
      ) : (
        <TileBoundary key={widget.kind} fallback={textCard} subject={widget}>
          {drawn(views, props) ?? textCard}
        </TileBoundary>
      )}
      <AgeLine widget={widget} now={now} locale={locale} />
    </div>
  )
}

/** How old a tile's data is: quietly, and with a mark when it is older than it should be. What editors wrote has no age, and what failed has none either. */
function AgeLine({ widget: { state, freshness }, now, locale }: Pick<TileProps, 'widget' | 'now' | 'locale'>) {
  const isStale = state === 'STALE'
  if (!isStale && (state === 'FAILED' || ageless.has(freshness.source))) return undefined
  return (
    <p className={isStale ? 'stale-badge' : 'tile-age'}>
      {isStale && <Icon name="clock" />}
      {updatedText(freshness.fetchedAt, now, locale)}
    </p>
  )
}

/** Sources that say nothing about the customer. */
const ageless = new Set(['release', 'none'])

/** What every widget can be drawn as, also one this build has never heard of. */
export function TextCard({ widget, fallback, ...props }: Omit<WidgetViewProps<unknown>, 'payload'> & { fallback: FallbackView }) {
  const action: ActionView | undefined = fallback.action ?? widget.action
  return (
    <div className="text-card">
      <Heading className="tile-headline">{fallback.title}</Heading>
      {fallback.body && <p className="tile-body">{fallback.body}</p>}
      {action && <ActionButton action={action} look="link" stretched {...props} />}
    </div>
  )
}

const failed = {
  it: { retry: 'Riprova', retrying: 'Un momento…' },
  en: { retry: 'Try again', retrying: 'One moment…' },
} satisfies Record<Locale, unknown>

function FailedCard({ widget, onRetry, isRetrying = false, ...props }: Omit<TileProps, 'views'>) {
  const { title, body, action } = widget.fallback
  const texts = failed[props.locale]
  return (
    <div className="failed-card">
      <Heading>{title}</Heading>
      <p className="tile-body">{body ?? widget.issue?.message}</p>
      <div className="action-row">
        {onRetry && widget.issue?.retryable && (
          <button
            type="button"
            className="action action-soft"
            aria-busy={isRetrying || undefined}
            aria-label={`${texts.retry}: ${title}`}
            onClick={onRetry}
          >
            <Icon name="refresh" className={isRetrying ? 'icon-turning' : ''} />
            {isRetrying ? texts.retrying : texts.retry}
          </button>
        )}
        {action && <ActionButton action={action} look="link" {...props} />}
      </div>
    </div>
  )
}

/** Roles a tile may take from its data; anything else is a group. */
const roles = new Set(['group', 'article', 'status', 'alert', 'note'])

/** The kind's own view, else the face of an archetype it joined; `undefined` when this build has neither. */
function drawn(views: TileProps['views'], props: Omit<TileProps, 'views'>): ReactNode {
  const { widget } = props
  if (widget.state === 'UNSUPPORTED') return undefined
  if (!Object.hasOwn(views, widget.kind)) return drawFace(props)
  const payload = widget[widget.kind]
  if (!payload) return undefined
  // The registry pairs each kind with its view, and the BFF fills the payload under the same name.
  const View = views[widget.kind] as ComponentType<WidgetViewProps<unknown>>
  return <View {...props} payload={payload} />
}

/** The tile's colours: names of theme tokens, so the same tile fits every scheme. Set through the CSSOM, as a strict CSP wants. */
function surface({ style }: Pick<WidgetView, 'style'>): CSSProperties {
  const [own, on] = [colorProperty(style?.surfaceToken ?? 'surface'), colorProperty(style?.onSurfaceToken ?? 'onSurface')]
  return { '--tile-surface': `var(${own})`, '--tile-on-surface': `var(${on})` } as CSSProperties
}

type BoundaryProps = { children: ReactNode; fallback: ReactNode; subject: unknown }

type BoundaryState = { hasFailed: boolean; subject: unknown }

/** React's only way to survive a component that throws. A new answer for the tile is a new chance. */
class TileBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { hasFailed: false, subject: this.props.subject }
  static getDerivedStateFromError() {
    return { hasFailed: true }
  }
  static getDerivedStateFromProps({ subject }: BoundaryProps, state: BoundaryState) {
    return subject === state.subject ? null : { hasFailed: false, subject }
  }
  override render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children
  }
}
