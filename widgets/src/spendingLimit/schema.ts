import { kindSchema } from '../graphql/kind-schema.ts'
import type { SpendingLimitPayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'How much of the spending limit is used.',
  payload: (builder) =>
    builder.objectRef<SpendingLimitPayload>('SpendingLimit').implement({
      description: 'The limit between two bills, and what has been charged so far.',
      fields: (t) => ({
        limit: t.expose('limit', { type: 'Money', nullable: false, description: 'What may be spent between two bills.' }),
        spent: t.expose('spent', { type: 'Money', nullable: false, description: 'What has been charged since the last bill.' }),
        left: t.expose('left', {
          type: 'Money',
          nullable: false,
          description: 'What may still be spent; nothing once the limit is reached.',
        }),
        leftText: t.exposeString('leftText', { nullable: false, description: 'The same as a sentence, or by how much it is exceeded.' }),
        ratio: t.exposeFloat('ratio', { nullable: false, description: 'The part that is spent, from 0 to 1; 1 beyond the limit too.' }),
        level: t.exposeString('level', { nullable: false, description: 'within, near or reached; may grow.' }),
        levelText: t.exposeString('levelText', { nullable: false, description: 'The level in words.' }),
        spentText: t.exposeString('spentText', { nullable: false, description: '"€192.00 of €300.00".' }),
        limitText: t.exposeString('limitText', { nullable: false, description: '"of €300.00", to stand beside what is spent.' }),
      }),
    }),
  fragment: `
fragment SpendingLimitTile on SpendingLimitWidget {
  spendingLimit {
    limit {
      ...MoneyParts
    }
    spent {
      ...MoneyParts
    }
    left {
      ...MoneyParts
    }
    leftText
    ratio
    level
    levelText
    spentText
    limitText
  }
}`,
})
