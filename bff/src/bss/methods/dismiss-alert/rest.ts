import type { Source } from '../../contract.ts'
import { recordInteraction } from '../interactions/record.ts'
import { dismissal } from '../interactions/rest.ts'

/** TMF683: the customer has read a notice and put it away. Done twice it is still put away, whatever becomes of the key. */
export const dismissAlert: Source<'dismissAlert', 'rest'> = {
  version: 1,
  ask: (context, { customerId }, { contentId, idempotencyKey }) =>
    recordInteraction(context, { customerId, contentId, reason: dismissal, idempotencyKey }),
}
