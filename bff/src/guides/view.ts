import { pickText, type Locale, type LocalizedText } from '@mosaic/schemas/text'
import { imageView, type ImageView, type TextView } from '@mosaic/widgets'
import { destinationOf } from '../hand-over/menu.ts'
import { placeOf, type Place } from '../hand-over/place.ts'
import type { Guided } from './for-customer.ts'

/** A step of a guide in one language. `kind`: question, or outcome. */
export type StepView = {
  id: string
  kind: string
  title: TextView
  text: TextView | undefined
  image: ImageView | undefined
  answers: readonly { id: string; text: TextView; isChosen: boolean }[]
  outcome: string | undefined
}
export type MarkView = { step: string; kind: string; title: TextView; found: TextView }
export type WalkView = {
  run: string | undefined
  title: TextView
  step: StepView
  trail: readonly MarkView[]
  /** Where an action is done. */
  place: Place | undefined
  message: TextView | undefined
}

const elsewhere: LocalizedText = {
  it: 'A questa domanda è stata appena data un’altra risposta: andiamo avanti da quella.',
  en: 'This question has just been answered otherwise: we go on from that answer.',
}

/** What is shown of where somebody is. Pure. */
export function walkView({ guide, visit, place, run, isLate }: Guided, locale: Locale): WalkView {
  const { release } = visit
  const say = (text: LocalizedText): TextView => pickText(text, locale, release.brand.defaultLocale) ?? { value: '', lang: locale }
  const { id, kind, title, text, image, answers = [], target } = place.step
  const media = image === undefined ? undefined : release.media.get(image)
  const destination = target === undefined ? undefined : destinationOf(release, target)
  return {
    run: run?.run.id,
    title: say(guide.title),
    step: {
      id,
      kind,
      title: say(title),
      text: text && say(text),
      image: media && imageView(media, release.mediaUrl, say(media.alt).value),
      answers: answers.map((one) => ({ id: one.id, text: say(one.text), isChosen: run?.before.get(id) === one.id })),
      outcome: place.outcome,
    },
    trail: place.trail.map((mark) => ({ step: mark.step, kind: mark.kind, title: say(mark.title), found: say(mark.found) })),
    place: destination && placeOf(destination),
    message: isLate ? say(elsewhere) : undefined,
  }
}
