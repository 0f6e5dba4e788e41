import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import { answerSurvey } from '../../actions/answer-survey.ts'
import type { GraphqlContext } from '../context.ts'
import { resultOf, type ActionResult, type ActionResultRef } from './result.ts'

/** `answerSurvey`: records what a customer says to a question. */
export function addAnswerSurvey(builder: WidgetBuilder<GraphqlContext>, actionResult: ActionResultRef): void {
  const input = builder.inputType('AnswerSurveyInput', {
    fields: (t) => ({
      contentId: t.id({ required: true, description: 'The id of the widget that asks.' }),
      answer: t.int({ required: true, description: 'The place of the answer among those of the widget, from 1.' }),
      comment: t.string({ description: 'What the customer adds to it: at most 500 characters.' }),
      idempotencyKey: t.string({ required: true, description: 'One per tap: the same key never does it twice.' }),
    }),
  })
  const result = builder
    .objectRef<ActionResult>('AnswerSurveyResult')
    .implement({ description: 'What came of answering a question, and the widgets it changed.', interfaces: [actionResult] })
  builder.mutationField('answerSurvey', (t) =>
    t.field({
      type: result,
      nullable: false,
      description: 'Records the answer to a survey: one of each customer. A second one is thanked for, and the first one counts.',
      args: { input: t.arg({ type: input, required: true, description: 'Which question, and what the customer says.' }) },
      resolve: (_root, { input: wanted }, context) => resultOf(context, answerSurvey, wanted),
    }),
  )
}
