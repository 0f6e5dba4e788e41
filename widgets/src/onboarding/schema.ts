import { kindSchema } from '../graphql/kind-schema.ts'
import type { OnboardingPayload, OnboardingStep } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'The first things a new customer does, ticked off as they are done.',
  payload: (builder) => {
    const step = builder.objectRef<OnboardingStep>('OnboardingStep').implement({
      description: 'One thing to do.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'Unique in its widget.' }),
        label: t.expose('label', { type: 'Text', nullable: false, description: 'What to do.' }),
        text: t.expose('text', { type: 'Text', nullable: true, description: 'More about it.' }),
        isDone: t.exposeBoolean('isDone', { nullable: true, description: 'Whether it is done; null where nobody can tell.' }),
        stateText: t.exposeString('stateText', { nullable: true, description: 'The same in words.' }),
        action: t.expose('action', { type: 'Action', nullable: true, description: 'Where to do it; null once it is done.' }),
      }),
    })
    return builder.objectRef<OnboardingPayload>('Onboarding').implement({
      description: 'The first steps.',
      fields: (t) => ({
        body: t.expose('body', { type: 'Text', nullable: true, description: 'What the editors say about them.' }),
        steps: t.expose('steps', { type: [step], nullable: false, description: 'In the editors’ order; at least one.' }),
        ratio: t.exposeFloat('ratio', {
          nullable: true,
          description: 'The part that is done, from 0 to 1, of the steps one can tell it of; null when there is none.',
        }),
        progressText: t.exposeString('progressText', { nullable: true, description: 'The same in words.' }),
      }),
    })
  },
  fragment: `
fragment OnboardingTile on OnboardingWidget {
  onboarding {
    body {
      ...TextParts
    }
    steps {
      id
      label {
        ...TextParts
      }
      text {
        ...TextParts
      }
      isDone
      stateText
      action {
        ...ActionParts
      }
    }
    ratio
    progressText
  }
}`,
})
