import type { Source } from '../../contract.ts'
import { placeOrder } from '../switch-option/rest.ts'

/** What systems call the two forms a SIM can have. */
const forms = { sim: 'SIM', esim: 'eSIM' } as const

/** TMF622 `POST productOrder`, action modify: another SIM for a line that keeps its number. The old one stops when the new one is there. */
export const replaceSim: Source<'replaceSim', 'rest'> = {
  version: 1,
  ask: (context, { lineId, customerId }, { form, reason, idempotencyKey }) =>
    placeOrder(context, {
      category: 'sim',
      lineId,
      customerId,
      idempotencyKey,
      traits: { simForm: forms[form], replacementReason: reason },
    }),
}
