import { createContext, useContext, type ReactNode } from 'react'
import type { CropRatio } from '@mosaic/schemas/release'
import type { Locale } from '@mosaic/schemas/text'
import type { ImageView } from '../definition.ts'
import type { ActionView, TextView } from '../view-model.ts'
import { Icon, IconMark, type IconName } from './icons.tsx'
import './parts.css'

/** The level a tile's heading takes, so that headings nest under the section around them. */
export const HeadingLevel = createContext<2 | 3>(2)

/** A text, marked with its language when it is not the page's. */
export function Words({ text, locale }: { text: TextView; locale: Locale }) {
  return text.lang === locale ? text.value : <span lang={text.lang}>{text.value}</span>
}

export function Heading({ children, className = 'tile-title' }: { children: ReactNode; className?: string }) {
  const Tag = `h${useContext(HeadingLevel)}` as const
  return <Tag className={className}>{children}</Tag>
}

/** The head of a tile: a mark, a title, and something small at the end. */
export function TileHeader({ icon, title, locale, end }: { icon: IconName; title: TextView; locale: Locale; end?: ReactNode }) {
  return (
    <header className="tile-header">
      <IconMark name={icon} />
      <Heading>
        <Words text={title} locale={locale} />
      </Heading>
      {end && <div className="tile-header-end">{end}</div>}
    </header>
  )
}

/** The one figure a tile is about. */
export function Figure({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <div className="figure">
      <p className="figure-value">{children}</p>
      {note && <p className="figure-note">{note}</p>}
    </div>
  )
}

/** A short state in a pill: paid, overdue, low. */
export function Pill({
  children,
  tone = 'neutral',
  icon,
}: {
  children: ReactNode
  tone?: 'neutral' | 'positive' | 'warning' | 'critical'
  icon?: IconName | undefined
}) {
  return (
    <span className="pill" data-tone={tone}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}

/** A part of a whole, as a bar. The words beside it say the same, so it is hidden from assistive technology. */
export function Meter({ ratio, isLow = false }: { ratio: number; isLow?: boolean }) {
  return (
    <div className="meter" data-low={isLow || undefined} aria-hidden="true">
      <div className="meter-fill" style={{ inlineSize: `${clamp(ratio) * 100}%` }} />
    </div>
  )
}

/** A part of a whole, as a ring around its value. */
export function Ring({ ratio, isLow = false, children }: { ratio: number; isLow?: boolean; children: ReactNode }) {
  return (
    <div className="ring" data-low={isLow || undefined}>
      <svg viewBox="0 0 36 36" className="ring-arc" aria-hidden="true" focusable="false">
        <circle className="ring-track" cx="18" cy="18" r="15.5" pathLength="100" />
        <circle
          className="ring-fill"
          cx="18"
          cy="18"
          r="15.5"
          pathLength="100"
          strokeDasharray={`${clamp(ratio) * 100} 100`}
          data-empty={clamp(ratio) === 0 || undefined}
        />
      </svg>
      <div className="ring-value">{children}</div>
    </div>
  )
}

/**
 * An image cut around its focal point; the box gives the size, so nothing jumps when it arrives.
 *
 * @param ratio the crop that is nearest to the box; the whole image where there is none
 * @param wide the crop for a window of a computer, where the box has another shape there
 */
export function Picture({ image, ratio, wide, className }: { image: ImageView; ratio: CropRatio; wide?: CropRatio; className?: string }) {
  const [narrowCrop, wideCrop] = [cropOf(image, ratio), wide && cropOf(image, wide)]
  const drawn = (
    <img
      className={className ? `picture ${className}` : 'picture'}
      src={(narrowCrop ?? image).url}
      width={image.width}
      height={image.height}
      alt={image.alt}
      loading="lazy"
      decoding="async"
      style={{ objectPosition: `${image.focalX * 100}% ${image.focalY * 100}%` }}
    />
  )
  if (!wideCrop) return drawn
  return (
    <picture>
      <source media="(min-width: 1024px)" srcSet={wideCrop.url} />
      {drawn}
    </picture>
  )
}

function cropOf({ crops }: ImageView, ratio: CropRatio) {
  return crops?.find((crop) => crop.ratio === ratio)
}

type ActionProps = {
  action: ActionView
  locale: Locale
  runAction: (action: ActionView) => void
  pendingActionId?: string | undefined
  /** `main`: the one thing to do. `soft`: one of several. `link`: a quiet way to more. */
  look?: 'main' | 'soft' | 'link'
  /** The whole tile becomes its target. */
  stretched?: boolean
}

/** What a tap does: a real link where it opens a place, a button where it does something. Anything that must be confirmed is a button. */
export function ActionButton({ action, locale, runAction, pendingActionId, look = 'main', stretched = false }: ActionProps) {
  const className = `action action-${look}${stretched ? ' action-stretched' : ''}`
  const label = <Words text={action.label} locale={locale} />
  const href = action.__typename === 'OpenLink' ? webAddress(action.webUrl) : undefined
  if (href && !action.confirm) {
    const isElsewhere = !href.startsWith('/')
    // A call leaves the page where it is: a new window would stay behind, empty.
    const isPage = !href.startsWith('tel:')
    return (
      <a
        className={className}
        href={href}
        aria-label={action.accessibilityLabel ?? undefined}
        {...(isElsewhere && isPage && { target: '_blank', rel: 'noopener noreferrer' })}
        onClick={(event) => {
          if (isElsewhere || event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          runAction(action)
        }}
      >
        {label}
        {look === 'link' && isPage && <Icon name={isElsewhere ? 'external' : 'chevron'} className={isElsewhere ? '' : 'icon-directed'} />}
      </a>
    )
  }
  const isPending = pendingActionId === action.id
  return (
    <button
      type="button"
      className={className}
      aria-label={action.accessibilityLabel ?? undefined}
      aria-busy={isPending || undefined}
      // Stays focusable, so focus is not lost while the action runs.
      aria-disabled={pendingActionId !== undefined || undefined}
      onClick={() => {
        if (pendingActionId === undefined) runAction(action)
      }}
    >
      {isPending && <span className="spinner" aria-hidden="true" />}
      {label}
    </button>
  )
}

/** A web address that only opens a page or the telephone: a path of this site, http(s), or a plain number. The third lock after publisher and BFF. */
export function webAddress(url: string): string | undefined {
  if (/^\/(?![/\\])/.test(url) || /^tel:\+?\d{3,19}$/.test(url)) return url
  return URL.canParse(url) && ['https:', 'http:'].includes(new URL(url).protocol) ? url : undefined
}

function clamp(ratio: number): number {
  return Math.min(1, Math.max(0, ratio))
}
