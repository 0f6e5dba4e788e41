import { kindSchema } from '../graphql/kind-schema.ts'
import type { OutagePayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'A fault of the network where the line is, or works that are planned there.',
  payload: (builder) =>
    builder.objectRef<OutagePayload>('Outage').implement({
      description: 'What is the matter, since when, and until when.',
      fields: (t) => ({
        state: t.exposeString('state', { nullable: false, description: 'known, planned, solved or none; may grow.' }),
        headline: t.expose('headline', { type: 'Text', nullable: false, description: 'What is the matter.' }),
        body: t.expose('body', { type: 'Text', nullable: true, description: 'What it means, or what to do meanwhile.' }),
        services: t.exposeStringList('services', { nullable: false, description: 'data, voice, sms; may grow. Empty: not told which.' }),
        servicesText: t.exposeString('servicesText', { nullable: true, description: 'The services in words.' }),
        startsOn: t.expose('startsOn', { type: 'DateTime', nullable: true, description: 'When it began, or will.' }),
        startText: t.exposeString('startText', { nullable: true, description: 'The same as a sentence.' }),
        expectedEnd: t.expose('expectedEnd', {
          type: 'DateTime',
          nullable: true,
          description: 'When it should be over; not told once that has passed.',
        }),
        expectedText: t.exposeString('expectedText', { nullable: true, description: 'The same as a sentence.' }),
      }),
    }),
  fragment: `
fragment OutageTile on OutageWidget {
  outage {
    state
    headline {
      ...TextParts
    }
    body {
      ...TextParts
    }
    services
    servicesText
    startsOn
    startText
    expectedEnd
    expectedText
  }
}`,
})
