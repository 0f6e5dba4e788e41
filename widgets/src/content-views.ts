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

type Known = { views: ContentViews; locale: Locale; fallbackLocale: Locale; release: number; definition: WidgetDefinition }

const known = new WeakMap<Content, readonly Known[]>()
/** More than there are languages: previews may number a release anew. */
const keptAtMost = 8

/**
 * The parts of a content's tile that nothing of a customer goes into: made once, and then the very same objects.
 *
 * @param fallbackLocale the brand's own language, for texts that have not been written in the wanted one
 * @param release the number of the release the content stands in
 */
export function contentViews(
  content: Content,
  definition: WidgetDefinition,
  locale: Locale,
  fallbackLocale: Locale,
  release: number,
): ContentViews {
  const before = known.get(content) ?? []
  for (const one of before)
    if (one.locale === locale && one.fallbackLocale === fallbackLocale && one.release === release && one.definition === definition)
      return one.views
  const views = createViews(content, definition, locale, fallbackLocale, release)
  known.set(content, [...before.slice(1 - keptAtMost), { views, locale, fallbackLocale, release, definition }])
  return views
}

function createViews(
  content: Content,
  definition: WidgetDefinition,
  locale: Locale,
  fallbackLocale: Locale,
  release: number,
): ContentViews {
  const texts = new WeakMap<LocalizedText, { view: TextView | undefined }>()
  const trackings = new Map<string | undefined, TrackingView>()
  const text: ContentViews['text'] = (written) => {
    if (!written) return undefined
    let found = texts.get(written)
    if (!found) {
      const view = pickText(written, locale, fallbackLocale)
      texts.set(written, (found = { view: view && shared(view) }))
    }
    return found.view
  }
  const action = linkAction(content.id, content.action, text)
  const own = ownFallback(content, definition, text, locale)
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
function ownFallback(content: Content, definition: WidgetDefinition, text: ContentViews['text'], locale: Locale): FallbackView {
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
