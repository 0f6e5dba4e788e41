import { kindSchema } from '../graphql/kind-schema.ts'
import type { OptionCatalogueItem, OptionCataloguePayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'The options of the operator’s catalogue that a line can add.',
  payload: (builder) => {
    const item = builder.objectRef<OptionCatalogueItem>('OptionCatalogueItem').implement({
      description: 'One option of the catalogue.',
      fields: (t) => ({
        offeringId: t.exposeID('offeringId', { nullable: false, description: 'What it is called in the catalogue.' }),
        name: t.exposeString('name', { nullable: false, description: 'What the operator calls it.' }),
        text: t.exposeString('text', { nullable: true, description: 'What the operator says about it.' }),
        price: t.expose('price', { type: 'Money', nullable: false, description: 'What it costs, a month or once.' }),
        priceText: t.exposeString('priceText', { nullable: false, description: 'The price with how often it is paid.' }),
        isOwned: t.exposeBoolean('isOwned', { nullable: false, description: 'Whether the line has it, or a change of it is on its way.' }),
        ownedText: t.exposeString('ownedText', { nullable: true, description: 'How the line has it, in words.' }),
        unavailableText: t.exposeString('unavailableText', {
          nullable: true,
          description: 'Why the line cannot have it, in words; null when it can, or nobody knows.',
        }),
        activate: t.expose('activate', {
          type: 'Action',
          nullable: true,
          description: 'Adds it, after asking; null when the line has it, or cannot have it.',
        }),
      }),
    })
    return builder.objectRef<OptionCataloguePayload>('OptionCatalogue').implement({
      description: 'What one line can add.',
      fields: (t) => ({
        body: t.expose('body', { type: 'Text', nullable: true, description: 'What the editors say about it.' }),
        items: t.expose('items', { type: [item], nullable: false, description: 'Those the line does not have first; at least one.' }),
      }),
    })
  },
  fragment: `
fragment OptionCatalogueTile on OptionCatalogueWidget {
  optionCatalogue {
    body {
      ...TextParts
    }
    items {
      offeringId
      name
      text
      price {
        ...MoneyParts
      }
      priceText
      isOwned
      ownedText
      unavailableText
      activate {
        ...ActionParts
      }
    }
  }
}`,
})
