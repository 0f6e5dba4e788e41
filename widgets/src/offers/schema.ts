import { kindSchema } from '../graphql/kind-schema.ts'
import type { OffersCard, OffersPayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'Several offerings of the operator’s catalogue, beside each other.',
  payload: (builder) => {
    const card = builder.objectRef<OffersCard>('OffersCard').implement({
      description: 'One of the offerings.',
      fields: (t) => ({
        offeringId: t.exposeID('offeringId', { nullable: false, description: 'Its id in the catalogue.' }),
        name: t.exposeString('name', { nullable: false, description: 'What the catalogue calls it.' }),
        headline: t.expose('headline', { type: 'Text', nullable: false, description: 'What the editors call it.' }),
        text: t.expose('text', { type: 'Text', nullable: true, description: 'What one gets, in a sentence.' }),
        price: t.expose('price', { type: 'Money', nullable: true, description: 'Taxes included.' }),
        priceText: t.exposeString('priceText', { nullable: true, description: '"9,99 € al mese".' }),
        badge: t.expose('badge', { type: 'Text', nullable: true, description: 'A few words that stand out.' }),
        reasonText: t.exposeString('reasonText', { nullable: true, description: 'Why it is recommended to this customer.' }),
        unavailableText: t.exposeString('unavailableText', {
          nullable: true,
          description: 'Why the line cannot have it, in words; null when it can, or nobody knows.',
        }),
        image: t.expose('image', { type: 'Image', nullable: true, description: 'The picture.' }),
        buy: t.expose('buy', { type: 'Action', nullable: true, description: 'Buys it for the line of the home, after asking.' }),
        open: t.expose('open', { type: 'Action', nullable: true, description: 'Opens more about it.' }),
      }),
    })
    return builder.objectRef<OffersPayload>('Offers').implement({
      description: 'What is offered.',
      fields: (t) => ({
        cards: t.expose('cards', { type: [card], nullable: false, description: 'The best first; at least one.' }),
      }),
    })
  },
  fragment: `
fragment OffersTile on OffersWidget {
  offers {
    cards {
      offeringId
      name
      headline {
        ...TextParts
      }
      text {
        ...TextParts
      }
      price {
        ...MoneyParts
      }
      priceText
      badge {
        ...TextParts
      }
      reasonText
      unavailableText
      image {
        ...ImageParts
      }
      buy {
        ...ActionParts
      }
      open {
        ...ActionParts
      }
    }
  }
}`,
})
