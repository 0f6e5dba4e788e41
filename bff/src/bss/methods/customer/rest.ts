import type { Source } from '../../contract.ts'
import { Reading } from '../../tolerant/reading.ts'

/** TMF629 `customer/{id}`: an organization behind the customer makes it business. */
export const customer: Source<'customer', 'rest'> = {
  version: 1,
  async ask({ send }, { customerId }) {
    const { body } = await send({ api: 'customer', path: `customer/${encodeURIComponent(customerId)}` })
    const found = new Reading(body, 'customer')
    const id = found.at('id').requiredText('the id of a customer')
    const since = found.at('validFor', 'startDateTime').instant()
    return {
      id,
      segment: found.at('engagedParty', '@referredType').word() === 'organization' ? 'business' : 'consumer',
      status: found.at('status').word() ?? 'unknown',
      ...(since && { since }),
    }
  },
}
