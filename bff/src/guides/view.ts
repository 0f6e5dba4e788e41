import { pickText, type Locale, type LocalizedText } from '@mosaic/schemas/text'
import { imageView, type ImageView, type TextView } from '@mosaic/widgets'
import { destinationOf } from '../hand-over/menu.ts'
import { placeOf, type Place } from '../hand-over/place.ts'
import type { Answered, Helper } from './contract.ts'
import type { Guided } from './guided.ts'

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
/** `helper`: the agent who has answered for the customer. */
export type MarkView = { step: string; kind: string; title: TextView; found: TextView; helper: Helper | undefined }
/** The ticket of a walk: its number, absent while nobody has confirmed it, and when it was asked for. */
export type TicketView = { id: string | undefined; at: Date }
export type WalkView = {
  run: string | undefined
  title: TextView
  step: StepView
  trail: readonly MarkView[]
  /** Where an action is done. */
  place: Place | undefined
  message: TextView | undefined
  ticket: TicketView | undefined
  /** The agent who has taken part lately. */
  helper: Helper | undefined
}

/** Whoever has done nothing for so long helps no more, in milliseconds. */
const helpingMs = 10 * 60_000

const elsewhere: LocalizedText = {
  it: 'A questa domanda è stata appena data un’altra risposta: andiamo avanti da quella.',
  en: 'This question has just been answered otherwise: we go on from that answer.',
}
const goneBack: LocalizedText = {
  it: 'Nel frattempo questa guida è tornata a una domanda di prima: andiamo avanti da qui.',
  en: 'Meanwhile this guide has gone back to an earlier question: we go on from here.',
}

/** What is shown of where somebody is. Pure. */
export function walkView({ guide, visit, place, run, late }: Guided, locale: Locale): WalkView {
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
    trail: place.trail.map((mark) => ({
      step: mark.step,
      kind: mark.kind,
      title: say(mark.title),
      found: say(mark.found),
      helper: mark.kind === 'answer' ? helperOf(run?.answers, mark.step) : undefined,
    })),
    place: destination && placeOf(destination),
    // Where a ticket is open nothing goes on: that says enough.
    message: late && !run?.report ? say(late === 'answered' ? elsewhere : goneBack) : undefined,
    ticket: run?.report && { id: run.report.ticketId, at: run.report.at },
    helper: run?.helped && run.helped.at.getTime() > visit.now.getTime() - helpingMs ? run.helped.helper : undefined,
  }
}

/** As customers are told; `undefined` where there is no name. */
export function firstNameOf({ name }: Helper): string | undefined {
  return name.trim().split(/\s+/)[0] || undefined
}

function helperOf(answers: readonly Answered[] | undefined, step: string): Helper | undefined {
  const answered = answers?.findLast((one) => one.step === step)
  return answered?.by === 'agent' ? answered.helper : undefined
}
