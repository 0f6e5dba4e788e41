import { kindSchema } from '../graphql/kind-schema.ts'
import type { AlertPayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'A warning that goes when its reason does, or when it is put away.',
  payload: (builder) =>
    builder.objectRef<AlertPayload>('Alert').implement({
      description: 'What is the matter, and how serious it is.',
      fields: (t) => ({
        subject: t.exposeString('subject', { nullable: false, description: 'plain, overdueBill, lowCredit or renewalShort; may grow.' }),
        severity: t.exposeString('severity', { nullable: false, description: 'info, success, warning or critical; may grow.' }),
        headline: t.expose('headline', { type: 'Text', nullable: false, description: 'What is the matter.' }),
        body: t.expose('body', { type: 'Text', nullable: true, description: 'What to do about it.' }),
        amount: t.expose('amount', { type: 'Money', nullable: true, description: 'The sum it is about: overdue, left, or missing.' }),
        date: t.expose('date', { type: 'DateTime', nullable: true, description: 'The day it is about.' }),
        dismiss: t.expose('dismiss', { type: 'Action', nullable: true, description: 'Puts it away; null where it may not be.' }),
      }),
    }),
  fragment: `
fragment AlertTile on AlertWidget {
  alert {
    subject
    severity
    headline {
      ...TextParts
    }
    body {
      ...TextParts
    }
    amount {
      ...MoneyParts
    }
    date
    dismiss {
      ...ActionParts
    }
  }
}`,
})
