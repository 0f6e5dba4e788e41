import { kindSchema } from '../graphql/kind-schema.ts'
import type { OfferPayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'One offering of the operator’s catalogue.',
  payload: (builder) =>
    builder.objectRef<OfferPayload>('Offer').implement({
      description: 'What is offered and what it costs.',
      fields: (t) => ({
        offeringId: t.exposeID('offeringId', { nullable: false, description: 'Its id in the catalogue.' }),
        name: t.exposeString('name', { nullable: false, description: 'What the catalogue calls it.' }),
        headline: t.expose('headline', { type: 'Text', nullable: false, description: 'What the editors call it.' }),
        price: t.expose('price', { type: 'Money', nullable: true, description: 'Taxes included.' }),
        priceText: t.exposeString('priceText', { nullable: true, description: '"9,99 € al mese".' }),
        isRecurring: t.exposeBoolean('isRecurring', { nullable: false, description: 'Whether the price is paid every month.' }),
        benefits: t.exposeStringList('benefits', { nullable: false, description: 'What one gets; may be empty.' }),
        badge: t.expose('badge', { type: 'Text', nullable: true, description: 'A few words that stand out.' }),
        image: t.expose('image', { type: 'Image', nullable: true, description: 'The picture.' }),
        reasonText: t.exposeString('reasonText', { nullable: true, description: 'Why it is recommended to this customer.' }),
        buy: t.expose('buy', { type: 'Action', nullable: true, description: 'Buys it for the line of the home, after asking.' }),
        callback: t.expose('callback', { type: 'Action', nullable: true, description: 'Leads to being called back about it.' }),
      }),
    }),
  fragment: `
fragment OfferTile on OfferWidget {
  offer {
    offeringId
    name
    headline {
      ...TextParts
    }
    price {
      ...MoneyParts
    }
    priceText
    isRecurring
    benefits
    badge {
      ...TextParts
    }
    image {
      ...ImageParts
    }
    reasonText
    buy {
      ...ActionParts
    }
    callback {
      ...ActionParts
    }
  }
  ...BannerParts
}`,
})
