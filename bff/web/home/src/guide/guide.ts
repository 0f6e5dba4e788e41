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
/** `kind`: `check` was looked up by itself; everything else was said. */
export type GuideMark = { step: string; kind: string; title: TextView; found: TextView }
export type GuideWalk = {
  /** Absent until the first answer. */
  run?: string | null
  title: TextView
  step: GuideStep
  trail: readonly GuideMark[]
  place?: Place | null
  message?: TextView | null
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
