import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import { buyOffer } from '../../actions/buy-offer.ts'
import type { GraphqlContext } from '../context.ts'
import { resultOf, type ActionResult, type ActionResultRef } from './result.ts'

/** `buyOffer`: orders an offering. */
export function addBuyOffer(builder: WidgetBuilder<GraphqlContext>, actionResult: ActionResultRef): void {
  const input = builder.inputType('BuyOfferInput', {
    fields: (t) => ({
      lineId: t.id({ required: true, description: 'One of the customer’s own lines.' }),
      offeringId: t.id({ required: true, description: 'An offering of the catalogue.' }),
      price: t.int({
        description:
          'What the customer has agreed to, in minor units (cents); absent where the offering names no price. Another one is refused.',
      }),
      idempotencyKey: t.string({ required: true, description: 'One per tap: the same key never buys twice.' }),
    }),
  })
  const result = builder
    .objectRef<ActionResult>('BuyOfferResult')
    .implement({ description: 'What came of an order, and the widgets it changed.', interfaces: [actionResult] })
  builder.mutationField('buyOffer', (t) =>
    t.field({
      type: result,
      nullable: false,
      description: 'Buys an offering of the catalogue for one of the customer’s lines.',
      args: { input: t.arg({ type: input, required: true, description: 'Which offering, for which line, at which price.' }) },
      resolve: (_root, { input: wanted }, context) => resultOf(context, buyOffer, wanted),
    }),
  )
}
