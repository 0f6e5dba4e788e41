import type { BannerView, Face, LeaveOut, PresentInput } from '../definition.ts'
import { spoken } from '../say.ts'
import type { fields } from './widget.ts'

/** The banner is the archetype itself: its payload is the archetype's face. */
export type BannerPayload = BannerView

export function present({ fields: own, text, media, action }: PresentInput<typeof fields, never>): Face<BannerPayload> | LeaveOut {
  const headline = text(own.headline)
  if (!headline) return { leaveOut: 'NO_TEXT' }

  const body = text(own.body)
  const image = media(own.image)
  const banner: BannerView = { headline, body, image, overlay: image ? (own.overlay ?? 'none') : 'none', actions: action ? [action] : [] }
  return {
    title: headline,
    payload: banner,
    summary: body?.value,
    banner,
    accessibility: { label: spoken(headline.value, body?.value), role: 'group', liveRegion: false },
  }
}
