import { kindSchema } from '../graphql/kind-schema.ts'
import type { UsageCounter, UsagePayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'What is left of the plan’s data, minutes and texts.',
  payload: (builder) => {
    const counter = builder.objectRef<UsageCounter>('UsageCounter').implement({
      description: 'One allowance of the plan. Data in MB, voice in minutes, SMS in messages.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'Unique in its widget.' }),
        type: t.exposeString('type', { nullable: false, description: 'data, voice or sms; may grow.' }),
        name: t.exposeString('name', { nullable: false, description: 'What the operator calls it.' }),
        isUnlimited: t.exposeBoolean('isUnlimited', { nullable: false, description: 'Whether it never runs out.' }),
        isLow: t.exposeBoolean('isLow', { nullable: false, description: 'Whether less is left than the editors’ threshold.' }),
        used: t.exposeFloat('used', { nullable: false, description: 'What has been used; of a shared counter, by all lines.' }),
        remaining: t.exposeFloat('remaining', { nullable: true, description: 'What is left; null when unlimited.' }),
        total: t.exposeFloat('total', { nullable: true, description: 'The whole allowance; null when unlimited.' }),
        ratio: t.exposeFloat('ratio', { nullable: false, description: 'The part that is left, from 0 to 1; 1 when unlimited.' }),
        remainingText: t.exposeString('remainingText', { nullable: false, description: 'What is left, in words.' }),
        totalText: t.exposeString('totalText', { nullable: true, description: '"of 50 GB"; null when unlimited.' }),
        usedText: t.exposeString('usedText', { nullable: false, description: 'What has been used, in words.' }),
        resetsOn: t.expose('resetsOn', { type: 'DateTime', nullable: true, description: 'When it starts anew.' }),
        resetText: t.exposeString('resetText', { nullable: true, description: 'The same as a sentence.' }),
        group: t.exposeString('group', {
          nullable: true,
          description:
            'home, abroad or shared; may grow. Null on all counters where there are only those at home. The same group stands together.',
        }),
        groupText: t.exposeString('groupText', { nullable: true, description: 'What the group is called.' }),
        usedByLine: t.exposeFloat('usedByLine', {
          nullable: true,
          description: 'Of a shared counter: what this line used; null when it is not told.',
        }),
        usedByLineText: t.exposeString('usedByLineText', { nullable: true, description: 'The same in words.' }),
        countedAt: t.expose('countedAt', {
          type: 'DateTime',
          nullable: true,
          description: 'Of a counter for use abroad: until when the system has counted.',
        }),
        countedText: t.exposeString('countedText', {
          nullable: true,
          description:
            'Of a counter for use abroad: that usage may lag, and its last update. The counters of one moment say the same: show it once.',
        }),
      }),
    })
    return builder.objectRef<UsagePayload>('Usage').implement({
      description: 'The counters of one line.',
      fields: (t) => ({
        counters: t.expose('counters', {
          type: [counter],
          nullable: false,
          description: 'Those at home first, then abroad, then shared; in each group data first, then minutes, then texts.',
        }),
      }),
    })
  },
  fragment: `
fragment UsageTile on UsageWidget {
  usage {
    counters {
      id
      type
      name
      isUnlimited
      isLow
      used
      remaining
      total
      ratio
      remainingText
      totalText
      usedText
      resetsOn
      resetText
      group
      groupText
      usedByLine
      usedByLineText
      countedAt
      countedText
    }
  }
}`,
})
