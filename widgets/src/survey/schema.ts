import { kindSchema } from '../graphql/kind-schema.ts'
import type { SurveyPayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'A question that is answered with one tap.',
  payload: (builder) =>
    builder.objectRef<SurveyPayload>('Survey').implement({
      description: 'The question and its answers.',
      fields: (t) => ({
        question: t.expose('question', { type: 'Text', nullable: false, description: 'What is asked.' }),
        body: t.expose('body', { type: 'Text', nullable: true, description: 'Why it is asked.' }),
        look: t.exposeString('look', {
          nullable: false,
          description: '`words`: the answers below each other; `scale`: side by side, as far as there is room. May grow.',
        }),
        answers: t.expose('answers', {
          type: ['Action'],
          nullable: false,
          description: 'In the editors’ order, at least two; each opens where the answer is taken.',
        }),
        low: t.expose('low', { type: 'Text', nullable: true, description: 'What the first answer of a scale means.' }),
        high: t.expose('high', { type: 'Text', nullable: true, description: 'What the last answer of a scale means.' }),
      }),
    }),
  fragment: `
fragment SurveyTile on SurveyWidget {
  survey {
    question {
      ...TextParts
    }
    body {
      ...TextParts
    }
    look
    answers {
      ...ActionParts
    }
    low {
      ...TextParts
    }
    high {
      ...TextParts
    }
  }
  ...ActionsParts
}`,
})
