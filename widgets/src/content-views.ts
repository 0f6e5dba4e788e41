import type { Content } from '@mosaic/schemas/release'
import { pickText, type Locale, type LocalizedText } from '@mosaic/schemas/text'
import { linkAction } from './actions.ts'
import { areFieldsOf } from './contract.ts'
import type { WidgetDefinition } from './definition.ts'
import { styleOf, trackingOf } from './envelope.ts'
import { say } from './say.ts'
import { shared } from './shared.ts'
import type { ActionView, FallbackView, StyleView, TextView, TrackingView } from './view-model.ts'

/** What of a tile is its content's, and so the same for everybody who reads it in one language. */
export type ContentViews = {
  /** A text of the content in the wanted language, else in the brand's. */
  text: (text: LocalizedText | undefined) => TextView | undefined
  /** The action the editors gave it; absent when there is none, or its link is not a safe one. */
  action: ActionView | undefined
  style: StyleView
  /** The kind's own fallback card, with its action or the content's. */
  fallback: FallbackView
  /** @param variant the simpler kind it is drawn as, when it is not drawn as its own */
  tracking: (variant: string | undefined) => TrackingView
}

/** Where a content stands. `fallbackLocale`: the brand's own language, for texts that have not been written in the wanted one. `release`: its number. */
type Place = { content: Content; definition: WidgetDefinition; locale: Locale; fallbackLocale: Locale; release: number }

const known = new WeakMap<Content, readonly { at: Place; views: ContentViews }[]>()
/** More than there are languages: previews may number a release anew. */
const keptAtMost = 8

/** The parts of a content's tile that nothing of a customer goes into: made once, and then the very same objects. */
export function contentViews(place: Place): ContentViews {
  const before = known.get(place.content) ?? []
  for (const { at, views } of before) if (isSame(at, place)) return views
  const views = createViews(place)
  known.set(place.content, [...before.slice(1 - keptAtMost), { at: place, views }])
  return views
}

function isSame(one: Place, other: Place): boolean {
  return (
    one.locale === other.locale &&
    one.fallbackLocale === other.fallbackLocale &&
    one.release === other.release &&
    one.definition === other.definition
  )
}

function createViews({ content, definition, locale, fallbackLocale, release }: Place): ContentViews {
  const texts = new WeakMap<LocalizedText, { view: TextView | undefined }>()
  const trackings = new Map<string | undefined, TrackingView>()
  const text: ContentViews['text'] = (written) => {
    // A content that is not what it should be must not cost more than its tile.
    if (typeof written !== 'object' || written === null) return undefined
    let found = texts.get(written)
    if (!found) {
      const view = pickText(written, locale, fallbackLocale)
      texts.set(written, (found = { view: view && shared(view) }))
    }
    return found.view
  }
  const action = linkAction(content.id, content.action, text)
  const own = ownFallback(content, definition, locale, text)
  return {
    text,
    action: action && shared(action),
    style: shared(styleOf(content)),
    fallback: shared({ ...own, action: own.action ?? action }),
    tracking(variant) {
      let tracking = trackings.get(variant)
      if (!tracking) trackings.set(variant, (tracking = shared(trackingOf(content, release, variant))))
      return tracking
    },
  }
}

/** The kind's own fallback card; the kind's name alone when its fields are not even fit for that. */
function ownFallback(content: Content, definition: WidgetDefinition, locale: Locale, text: ContentViews['text']): FallbackView {
  if (areFieldsOf(definition.fields, content.fields)) {
    try {
      const fallback = definition.fallback({ content, fields: content.fields, text, locale })
      if (fallback.title) return fallback
    } catch {
      // A kind's fallback must never cost its tile: the card below says less, but stands.
    }
  }
  return { title: say(locale, definition.label) }
}
