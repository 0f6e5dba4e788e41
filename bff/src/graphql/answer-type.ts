import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import type { Age, MyAnswer } from '../me/my-answer.ts'
import type { GraphqlContext } from './context.ts'

/** `Answer`: what one of the operator's systems says of the customer, without a page around it. */
export function addAnswerType(builder: WidgetBuilder<GraphqlContext>) {
  const state = builder.enumType('AnswerState', {
    description: 'Closed on purpose: every client knows all three.',
    values: {
      READY: { description: 'The value is as fresh as it should be.' },
      STALE: { description: 'The value is older than it should be, because the system could not give a newer one.' },
      FAILED: { description: 'The value could not be had: the issue says why.' },
    } as const,
  })
  const freshness = builder.objectRef<Age>('AnswerFreshness').implement({
    description: 'How old a value is, and how long it may be kept.',
    fields: (t) => ({
      fetchedAt: t.expose('fetchedAt', { type: 'DateTime', nullable: false, description: 'When the system answered.' }),
      staleAfter: t.expose('staleAfter', { type: 'DateTime', nullable: false, description: 'From then on, ask again before trusting it.' }),
      expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: false, description: 'From then on, do not show it any more.' }),
      isStale: t.exposeBoolean('isStale', { nullable: false, description: 'Whether it is older than it should be.' }),
    }),
  })
  return builder.interfaceRef<MyAnswer<unknown>>('Answer').implement({
    description: 'What one of the operator’s systems says. A system that does not answer is a state, never an error.',
    fields: (t) => ({
      state: t.expose('state', { type: state, nullable: false, description: 'Whether there is a value, and whether it is fresh.' }),
      freshness: t.expose('freshness', { type: freshness, nullable: true, description: 'How old the value is; null when there is none.' }),
      issue: t.expose('issue', { type: 'WidgetIssue', nullable: true, description: 'Why there is no value.' }),
    }),
  })
}

export type AnswerRef = ReturnType<typeof addAnswerType>
