import type { Source } from '../../contract.ts'
import { placeOrder } from '../switch-option/rest.ts'

/** TMF622 `POST productOrder`: an offering of the catalogue, for a line. */
export const buyOffer: Source<'buyOffer', 'rest'> = {
  version: 1,
  ask: (context, { lineId, customerId }, { offeringId, idempotencyKey }) =>
    placeOrder(context, { category: 'offer', lineId, customerId, offeringId, idempotencyKey }),
}
