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
        used: t.exposeFloat('used', { nullable: false, description: 'What has been used.' }),
        remaining: t.exposeFloat('remaining', { nullable: true, description: 'What is left; null when unlimited.' }),
        total: t.exposeFloat('total', { nullable: true, description: 'The whole allowance; null when unlimited.' }),
        ratio: t.exposeFloat('ratio', { nullable: false, description: 'The part that is left, from 0 to 1; 1 when unlimited.' }),
        remainingText: t.exposeString('remainingText', { nullable: false, description: 'What is left, in words.' }),
        totalText: t.exposeString('totalText', { nullable: true, description: '"of 50 GB"; null when unlimited.' }),
        usedText: t.exposeString('usedText', { nullable: false, description: 'What has been used, in words.' }),
        resetsOn: t.expose('resetsOn', { type: 'DateTime', nullable: true, description: 'When it starts anew.' }),
        resetText: t.exposeString('resetText', { nullable: true, description: 'The same as a sentence.' }),
      }),
    })
    return builder.objectRef<UsagePayload>('Usage').implement({
      description: 'The counters of one line.',
      fields: (t) => ({
        counters: t.expose('counters', { type: [counter], nullable: false, description: 'Data first, then minutes, then texts.' }),
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
    }
  }
}`,
})
