import { linkAction } from '../actions.ts'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { say, sayText, spoken } from '../say.ts'
import type { ActionView, TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type SurveyPayload = {
  question: TextView
  body?: TextView | undefined
  look: string
  answers: ActionView[]
  low?: TextView | undefined
  high?: TextView | undefined
  poll?: SurveyPoll | undefined
  /** In the place of the answers, for a while after he has answered. */
  thanks?: TextView | undefined
}
/** How the answer is recorded, where it is: by a tap, or chosen and sent with a comment. */
export type SurveyPoll = { choices: ActionView[]; comment?: SurveyComment | undefined }
export type SurveyComment = { label: string; hint: string; maxLength: number; sendLabel: string; missingText: string }

type Input = PresentInput<typeof fields, never, 'interactions'>

const defaultDays = 90
/** So long whoever has answered is thanked. */
const thanksMs = 10 * 60_000
const dayMs = 86_400_000
/** In characters. */
export const commentMaxLength = 500

export function present(input: Input): Face<SurveyPayload> | LeaveOut {
  const { content, fields: own, text } = input
  const question = text(own.question)
  const answers = own.answers.flatMap(({ link }, index) => linkAction(`${content.id}:${index + 1}`, link, text) ?? [])
  if (!question) return { leaveOut: 'NO_QUESTION' }
  // One answer alone is no choice.
  if (answers.length < 2) return { leaveOut: 'NO_ANSWERS' }
  const standing = standingOf(input)
  if (standing === 'answered') return { leaveOut: 'ANSWERED' }

  const thanks = standing === 'justAnswered' ? thanksOf(input) : undefined
  const body = thanks ? undefined : text(own.body)
  const isScale = own.look === 'scale' && !thanks
  const low = isScale ? text(own.low) : undefined
  const high = isScale ? text(own.high) : undefined
  const choices = [low?.value, ...answers.map(({ label }) => label.value), high?.value].filter(Boolean).join('; ')
  const summary = thanks ? thanks.value : spoken(body?.value, choices)
  return {
    title: question,
    payload: {
      question,
      body,
      look: own.look ?? 'words',
      answers,
      low,
      high,
      poll: own.record && !thanks ? pollOf(input) : undefined,
      thanks,
    },
    summary,
    actions: answers,
    accessibility: { label: spoken(question.value, summary), role: 'group', liveRegion: false },
  }
}

/** After so many days whoever has answered is asked again. */
export function daysOfSurvey(days: number | undefined): number {
  return days ?? defaultDays
}

function standingOf({ content, fields: own, data, moment }: Input): 'open' | 'justAnswered' | 'answered' {
  const at = data.interactions?.answered?.find(({ contentId }) => contentId === content.id)?.at
  if (!own.record || at === undefined) return 'open'
  const after = (ms: number) => new Date(Date.parse(at) + ms).toISOString()
  if (moment.isAfter(after(daysOfSurvey(own.days) * dayMs))) return 'open'
  return moment.isAfter(after(thanksMs)) ? 'answered' : 'justAnswered'
}

function thanksOf({ fields: own, format, text }: Input): TextView {
  return text(own.thanks) ?? sayText(format.locale, ownThanks)
}

export const ownThanks = { it: 'Grazie, la tua risposta ci aiuta a migliorare.', en: 'Thank you, your answer helps us improve.' }

function pollOf(input: Input): SurveyPoll {
  const { content, fields: own, format, text } = input
  const { locale } = format
  const question = text(own.question)?.value ?? ''
  const choices = own.answers.flatMap(({ link }, index): ActionView[] => {
    const label = text(link.label)
    if (!label) return []
    return [
      {
        __typename: 'RunMutation',
        id: `${content.id}:answer:${index + 1}`,
        label,
        accessibilityLabel: say(locale, { it: `Rispondi ${label.value}: ${question}`, en: `Answer ${label.value}: ${question}` }),
        operationId: 'answerSurvey',
        variables: [
          { name: 'contentId', value: content.id },
          { name: 'answer', value: String(index + 1) },
        ],
        refreshes: input.refreshedBy('answerSurvey'),
      },
    ]
  })
  return { choices, comment: own.comment ? commentOf(input) : undefined }
}

function commentOf({ format: { locale } }: Input): SurveyComment {
  return {
    label: say(locale, { it: 'Vuoi aggiungere qualcosa?', en: 'Anything you would like to add?' }),
    hint: say(locale, {
      it: `Facoltativo, al massimo ${commentMaxLength} caratteri. Non scrivere dati personali.`,
      en: `Optional, at most ${commentMaxLength} characters. Please leave out personal details.`,
    }),
    maxLength: commentMaxLength,
    sendLabel: say(locale, { it: 'Invia la risposta', en: 'Send your answer' }),
    missingText: say(locale, { it: 'Scegli prima una risposta.', en: 'Choose an answer first.' }),
  }
}
