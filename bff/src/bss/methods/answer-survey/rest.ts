import type { Source } from '../../contract.ts'
import { recordInteraction } from '../interactions/record.ts'
import { answer as answered } from '../interactions/rest.ts'

/** TMF683: what the customer said when he was asked. His answer and his comment are notes of what it was about. */
export const answerSurvey: Source<'answerSurvey', 'rest'> = {
  version: 1,
  ask: (context, { customerId }, { contentId, answer, comment, idempotencyKey }) => {
    const notes = [{ id: 'answer', text: answer }, ...(comment === undefined ? [] : [{ id: 'comment', text: comment }])]
    return recordInteraction(context, { customerId, contentId, reason: answered, idempotencyKey, notes })
  },
}
