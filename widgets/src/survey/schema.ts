import { kindSchema } from '../graphql/kind-schema.ts'
import type { SurveyComment, SurveyPayload, SurveyPoll } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'A question that is answered with one tap.',
  payload: (builder) => {
    const comment = builder.objectRef<SurveyComment>('SurveyComment').implement({
      description: 'A field for a comment, which may stay empty.',
      fields: (t) => ({
        label: t.exposeString('label', { nullable: false, description: 'What the field is called.' }),
        hint: t.exposeString('hint', { nullable: false, description: 'How much may be written, and what better is not.' }),
        maxLength: t.exposeInt('maxLength', { nullable: false, description: 'In characters.' }),
        sendLabel: t.exposeString('sendLabel', { nullable: false, description: 'What the button that sends is called.' }),
        missingText: t.exposeString('missingText', { nullable: false, description: 'What is said when no answer was chosen.' }),
      }),
    })
    const poll = builder.objectRef<SurveyPoll>('SurveyPoll').implement({
      description: 'How an answer is recorded.',
      fields: (t) => ({
        choices: t.expose('choices', {
          type: ['Action'],
          nullable: false,
          description:
            'One an answer, in the order of `answers`. With a comment: the chosen one is run when it is sent, with a variable `comment` added.',
        }),
        comment: t.expose('comment', { type: comment, nullable: true, description: 'Null: a tap on a choice is enough.' }),
      }),
    })
    return builder.objectRef<SurveyPayload>('Survey').implement({
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
        poll: t.expose('poll', {
          type: poll,
          nullable: true,
          description: 'Where answers are recorded: draw this in the place of `answers`.',
        }),
        thanks: t.expose('thanks', {
          type: 'Text',
          nullable: true,
          description: 'The customer has just answered: say this in the place of everything but the question.',
        }),
      }),
    })
  },
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
    poll {
      choices {
        ...ActionParts
      }
      comment {
        label
        hint
        maxLength
        sendLabel
        missingText
      }
    }
    thanks {
      ...TextParts
    }
  }
  ...ActionsParts
}`,
})
