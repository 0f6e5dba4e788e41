import { kindSchema } from '../graphql/kind-schema.ts'
import type { RewardItem, RewardsPayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'The points of the loyalty programme, and what one gets for them.',
  payload: (builder) => {
    const item = builder.objectRef<RewardItem>('RewardItem').implement({
      description: 'Something one gets for points.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'Its id in the operator’s programme.' }),
        name: t.exposeString('name', { nullable: false, description: 'What it is, as the operator calls it.' }),
        cost: t.exposeFloat('cost', { nullable: true, description: 'In points; null when it costs none.' }),
        costText: t.exposeString('costText', { nullable: false, description: '"500 punti".' }),
        expiresOn: t.expose('expiresOn', { type: 'DateTime', nullable: true, description: 'Until when one gets it.' }),
        untilText: t.exposeString('untilText', { nullable: true, description: 'The same in words.' }),
        isAffordable: t.exposeBoolean('isAffordable', { nullable: false, description: 'Whether there are points enough.' }),
        ratio: t.exposeFloat('ratio', { nullable: false, description: 'The part of its cost that is there already: 0 to 1.' }),
        stateText: t.exposeString('stateText', { nullable: false, description: 'Whether it can be had, or how many points are missing.' }),
      }),
    })
    return builder.objectRef<RewardsPayload>('Rewards').implement({
      description: 'What a member of the programme has.',
      fields: (t) => ({
        points: t.exposeFloat('points', { nullable: false, description: 'How many there are; a whole number.' }),
        pointsText: t.exposeString('pointsText', { nullable: false, description: '"1240 punti".' }),
        programme: t.exposeString('programme', { nullable: true, description: 'What the programme is called, with the customer’s level.' }),
        expiresOn: t.expose('expiresOn', { type: 'DateTime', nullable: true, description: 'When some of the points are lost next.' }),
        expiryText: t.exposeString('expiryText', { nullable: true, description: 'The same as a sentence; null while it is far off.' }),
        body: t.expose('body', { type: 'Text', nullable: true, description: 'What the editors say about it.' }),
        items: t.expose('items', { type: [item], nullable: false, description: 'What one gets, cheapest first; may be empty.' }),
      }),
    })
  },
  fragment: `
fragment RewardsTile on RewardsWidget {
  rewards {
    points
    pointsText
    programme
    expiresOn
    expiryText
    body {
      ...TextParts
    }
    items {
      id
      name
      cost
      costText
      expiresOn
      untilText
      isAffordable
      ratio
      stateText
    }
  }
}`,
})
