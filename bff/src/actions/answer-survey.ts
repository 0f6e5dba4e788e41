import type { MethodResult } from '@mosaic/schemas/bss'
import { show } from '@mosaic/schemas/errors'
import { pickText } from '@mosaic/schemas/text'
import { areFieldsOf, commentMaxLength, daysOfSurvey, ownThanks, type FieldValues } from '@mosaic/widgets'
import { fields } from '@mosaic/widgets/kinds/survey'
import type { CompiledRelease } from '../release/compile.ts'
import { act } from './act.ts'
import {
  Answered,
  type ActionDependencies,
  type ActionReceipt,
  type ActionRequest,
  type ActionWords,
  type Known,
  type Sent,
  type Tap,
} from './contract.ts'
import { badInput, checkId } from './inputs.ts'

export type AnswerSurveyInput = Tap & { contentId: string; answer: number; comment?: string | null | undefined }

const words: ActionWords = {
  completed: ownThanks,
  pending: ownThanks,
  failed: {
    it: 'Non siamo riusciti a registrare la tua risposta. Riprova fra poco.',
    en: 'We could not record your answer. Try again in a little while.',
  },
  // Answered twice it still counts once: whoever tries again does no harm.
  unknown: {
    it: 'Non sappiamo ancora se la tua risposta è arrivata: se rivedi la domanda, rispondi di nuovo.',
    en: 'We do not know yet whether your answer has arrived: if you see the question again, answer it again.',
  },
}

const dayMs = 86_400_000

/** Records what a customer says to a question of the editors, once. Throws what `act` throws. */
export async function answerSurvey(
  dependencies: ActionDependencies,
  request: ActionRequest,
  { contentId, answer, comment, idempotencyKey }: AnswerSurveyInput,
): Promise<ActionReceipt> {
  checkId('contentId', contentId)
  const written = commentOf(comment)
  const prepare = async ({ visit, read }: Known): Promise<Sent<'answerSurvey'>> => {
    const survey = surveyOf(visit.release, contentId)
    if (!survey) throw badInput('contentId', 'a survey whose answers are recorded', show(contentId))
    const { defaultLocale } = visit.release.brand
    const label = pickText(survey.answers[answer - 1]?.link.label, defaultLocale, defaultLocale)?.value
    if (!label) throw badInput('answer', `the place of an answer, from 1 to ${survey.answers.length}`, show(answer))
    const at = await answeredAt(read, contentId)
    // Whoever answers again is thanked again: his first answer counts.
    if (at !== undefined && visit.now.getTime() < at + daysOfSurvey(survey.days) * dayMs) throw new Answered('completed', ownThanks)
    return { contentId, answer: label, ...(written !== undefined && { comment: written }) }
  }
  return act(dependencies, request, { operation: 'answerSurvey', write: 'answerSurvey', words, prepare }, idempotencyKey)
}

function surveyOf({ surfaces }: CompiledRelease, contentId: string): FieldValues<typeof fields> | undefined {
  for (const { contents } of surfaces.values()) {
    const content = contents.find((one) => one.content.id === contentId)?.content
    if (content?.kind === 'survey' && areFieldsOf(fields, content.fields) && content.fields.record) return content.fields
  }
  return undefined
}

/** When he answered last, in epoch milliseconds. Where nobody can tell, the system that takes the answer has the last word. */
async function answeredAt(read: Known['read'], contentId: string): Promise<number | undefined> {
  let known: MethodResult<'interactions'>
  try {
    known = await read('interactions')
  } catch (error) {
    if (error instanceof Answered) return undefined
    throw error
  }
  const at = known.answered?.find((one) => one.contentId === contentId)?.at
  return at === undefined ? undefined : Date.parse(at)
}

/** What he wrote, if anything. What came is not repeated: it is his alone. */
function commentOf(comment: string | null | undefined): string | undefined {
  const written = comment?.trim() ?? ''
  if (written.length > commentMaxLength) throw badInput('comment', `at most ${commentMaxLength} characters`, 'a longer text')
  if (/[^\P{C}\n\r\t\u200d]/u.test(written)) throw badInput('comment', 'a text without control characters', 'another text')
  return written === '' ? undefined : written
}
