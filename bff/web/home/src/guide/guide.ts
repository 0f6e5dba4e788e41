import type { TextView } from '@mosaic/widgets'
import { askGraphql, lookGraphql, type RequestContext } from '../api/client.ts'
import type { Place } from '../hand-over/hand-overs.ts'

export type GuideAnswer = { id: string; text: TextView; isChosen: boolean }
export type GuideStep = {
  id: string
  kind: string
  title: TextView
  text?: TextView | null
  image?: { url: string; width: number; height: number; alt: string } | null
  answers: readonly GuideAnswer[]
  /** At an end; a word this version does not know is a call-back. */
  outcome?: string | null
}
/** `kind`: `check` was looked up by itself; everything else was said. `helper`: who has answered it for him. */
export type GuideMark = { step: string; kind: string; title: TextView; found: TextView; helper?: string | null }
export type GuideWalk = {
  /** Absent until the first answer. */
  run?: string | null
  title: TextView
  step: GuideStep
  trail: readonly GuideMark[]
  place?: Place | null
  /** The report that was opened, or asked for: `id` is its number, absent until it is confirmed. From then on nothing moves. */
  ticket?: { id?: string | null; at: string } | null
  message?: TextView | null
  /** Who walks along, by the first name. */
  helper?: string | null
}

/** Which guide, on which line, and the step to begin at; `run` is the walk that has been begun. */
export type GuideWanted = { guide: string; run?: string | undefined; line?: string | undefined; from?: string | undefined }
/** An answer, or where to go back to; nothing of it begins the walk. */
export type Said = { step?: string; answer?: string; backTo?: string }

/** Where the customer is in a guide; undefined when there is none. @throws ApiError */
export async function askGuide(
  { guide: id, ...wanted }: GuideWanted,
  context: RequestContext,
  signal?: AbortSignal,
): Promise<GuideWalk | undefined> {
  const question = { operationName: 'Guide' as const, variables: { id, ...wanted } }
  const { data } = await lookGraphql<{ guide: GuideWalk | null }>(question, context, undefined, signal)
  return data.guide ?? undefined
}

/** Goes on in a guide. The same answer twice is one. @throws ApiError */
export async function sayInGuide(wanted: GuideWanted, said: Said, context: RequestContext): Promise<GuideWalk> {
  const question = { operationName: 'AnswerGuide' as const, variables: { ...wanted, ...said } }
  return (await askGraphql<{ answerGuide: GuideWalk }>(question, context)).answerGuide
}

/** `status`: completed; any other word means that it is not open, or not known yet. */
type Opened = { status: string; message: TextView; ticket?: string | null }

/** Opens the ticket of a walk. The key is the walk's: a second tap, a reload and another device ask for the same one. @throws ApiError */
export async function openTicket(run: string, context: RequestContext): Promise<Opened> {
  const question = { operationName: 'OpenTicket' as const, variables: { run, idempotencyKey: run } }
  return (await askGraphql<{ openTicket: Opened }>(question, context)).openTicket
}

/** Whether the walk has come to an end at which a ticket is opened. Pure. */
export function isTicketEnd({ step, ticket }: Pick<GuideWalk, 'step' | 'ticket'>): boolean {
  return Boolean(ticket) || step.outcome === 'ticket'
}

/** Which question this is: the first is 1. Pure. */
export function stepNumber({ trail }: Pick<GuideWalk, 'trail'>): number {
  return trail.filter(({ kind }) => kind !== 'check').length + 1
}

/** The question before this one; undefined at the first. Pure. */
export function questionBefore({ trail }: Pick<GuideWalk, 'trail'>): string | undefined {
  return trail.findLast(({ kind }) => kind !== 'check')?.step
}

/** What has been looked up since the last question. Pure. */
export function checkedSince({ trail }: Pick<GuideWalk, 'trail'>): readonly GuideMark[] {
  return trail.slice(trail.findLastIndex(({ kind }) => kind !== 'check') + 1)
}
