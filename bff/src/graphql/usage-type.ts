import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import type { MyAnswer } from '../me/my-answer.ts'
import type { MyCounter } from '../me/my-usage.ts'
import type { AnswerRef } from './answer-type.ts'
import type { GraphqlContext } from './context.ts'

/** `UsageAnswer`: the counters of one line. */
export function addUsageType(builder: WidgetBuilder<GraphqlContext>, answer: AnswerRef) {
  const counter = builder.objectRef<MyCounter>('Counter').implement({
    description: 'One allowance of a plan.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'Unique on its line.' }),
      type: t.exposeString('type', { nullable: false, description: 'data, voice or sms; may grow.' }),
      name: t.exposeString('name', { nullable: false, description: 'What the operator calls it.' }),
      unit: t.exposeString('unit', { nullable: false, description: 'MB, minutes or messages; may grow.' }),
      used: t.exposeFloat('used', { nullable: false, description: 'What has been used.' }),
      total: t.exposeFloat('total', { nullable: true, description: 'The whole allowance; null when it never runs out.' }),
      remaining: t.exposeFloat('remaining', { nullable: true, description: 'What is left; null when it never runs out.' }),
      resetsOn: t.expose('resetsOn', { type: 'DateTime', nullable: true, description: 'When it starts anew.' }),
      isRoaming: t.boolean({
        nullable: false,
        description: 'Whether it is for use abroad only.',
        resolve: ({ isRoaming }) => isRoaming === true,
      }),
      countedAt: t.expose('countedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'Of what is used abroad: when it was last counted, which may be hours ago.',
      }),
      isShared: t.boolean({
        nullable: false,
        description: 'Whether several lines have it together: `used` is what all of them used.',
        resolve: ({ isShared }) => isShared === true,
      }),
      usedByLine: t.exposeFloat('usedByLine', { nullable: true, description: 'Of what is shared: what this line used.' }),
    }),
  })
  return builder.objectRef<MyAnswer<MyCounter[]>>('UsageAnswer').implement({
    description: 'The counters of one line, and their age.',
    interfaces: [answer],
    fields: (t) => ({
      line: t.exposeID('lineId', { nullable: true, description: 'The line it is about.' }),
      counters: t.expose('value', { type: [counter], nullable: true, description: 'Null when they could not be had; may be empty.' }),
    }),
  })
}
