import type { Locale } from '@mosaic/schemas/text'
import type { BssScope } from '../bss/bss.ts'
import type { Session } from '../identity/session.ts'
import { inOnePiece } from '../in-one-piece.ts'
import type { Choice } from './choose.ts'

/** What is put together once for a session and used again for as long as it is right; it goes with the session. */
type ForSession = {
  /** What its questions are asked with, and so the keys of all that has been asked. */
  scope: BssScope | undefined
  /** What the rules chose last, under the question they were asked for. */
  choices: readonly { asked: object; choice: Choice }[]
  /** What was last told of him and his lines. */
  told: ToldBefore | undefined
}

/** A text that was made of one answer, under the question it was made for. */
type ToldBefore = { asked: object; locale: Locale; stamp: number; text: string }

/** Of a session, so many questions: a home and the page that was opened from it. */
const mostChoices = 2
/** In characters: who has dozens of lines has them told anew. */
const longestTold = 2_048

export function forSession(session: Session): ForSession {
  // Nobody else keeps anything there.
  return (session.kept ??= { scope: undefined, choices: [], told: undefined }) as ForSession
}

/** @param asked the same object for the same question */
export function choiceBefore(session: Session, asked: object): Choice | undefined {
  return forSession(session).choices.find((known) => known.asked === asked)?.choice
}

export function rememberChoice(session: Session, asked: object, choice: Choice): void {
  const own = forSession(session)
  if (own.choices.some((known) => known.asked === asked && known.choice === choice)) return
  own.choices = [{ asked, choice }, ...own.choices.filter((known) => known.asked !== asked)].slice(0, mostChoices)
}

/** @param asked the same object for the same question */
export function toldBefore(session: Session, asked: object, locale: Locale, stamp: number | undefined): string | undefined {
  const { told } = forSession(session)
  return told?.asked === asked && told.locale === locale && told.stamp === stamp ? told.text : undefined
}

/** @param stamp of the one answer it hangs on; without one it is for now only */
export function rememberTold(session: Session, asked: object, locale: Locale, stamp: number | undefined, text: string): void {
  if (stamp !== undefined && text.length <= longestTold) forSession(session).told = { asked, locale, stamp, text: inOnePiece(text) }
}
