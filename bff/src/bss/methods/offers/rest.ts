import type { Source } from '../../contract.ts'
import { listAll } from '../../connectors/rest/list-all.ts'
import { readOfferings } from './offering.ts'

/** TMF620 `productOffering?lifecycleStatus=Active`. Where a policy makes the catalogue the customer's own, the system is told whose. */
export const offers: Source<'offers', 'rest'> = {
  version: 2,
  async ask(context, { customerId }) {
    const query = { lifecycleStatus: 'Active', ...(customerId !== undefined && { 'relatedParty.id': customerId }) }
    const offerings = await listAll(context, { api: 'productCatalog', path: 'productOffering', query })
    return readOfferings(offerings, context.currency)
  },
}
