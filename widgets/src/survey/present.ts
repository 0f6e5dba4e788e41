import { linkAction } from '../actions.ts'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { spoken } from '../say.ts'
import type { ActionView, TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type SurveyPayload = {
  question: TextView
  body?: TextView | undefined
  look: string
  answers: ActionView[]
  low?: TextView | undefined
  high?: TextView | undefined
}

export function present(input: PresentInput<typeof fields, never>): Face<SurveyPayload> | LeaveOut {
  const { content, fields: own, text } = input
  const question = text(own.question)
  const answers = own.answers.flatMap(({ link }, index) => linkAction(`${content.id}:${index + 1}`, link, text) ?? [])
  if (!question) return { leaveOut: 'NO_QUESTION' }
  // One answer alone is no choice.
  if (answers.length < 2) return { leaveOut: 'NO_ANSWERS' }

  const body = text(own.body)
  const isScale = own.look === 'scale'
  const low = isScale ? text(own.low) : undefined
  const high = isScale ? text(own.high) : undefined
  const summary = spoken(body?.value, [low?.value, ...answers.map(({ label }) => label.value), high?.value].filter(Boolean).join('; '))
  return {
    title: question,
    payload: { question, body, look: own.look ?? 'words', answers, low, high },
    summary,
    actions: answers,
    accessibility: { label: spoken(question.value, summary), role: 'group', liveRegion: false },
  }
}
