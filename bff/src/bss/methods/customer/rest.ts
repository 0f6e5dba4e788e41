import type { Source } from '../../contract.ts'
import { badAnswer } from '../../failure.ts'
import { instant } from '../../tolerant/instant.ts'
import { at, isObject, text, word } from '../../tolerant/shape.ts'

/** TMF629 `customer/{id}`: an organization behind the customer makes it business. */
export const customer: Source<'customer', 'rest'> = {
  version: 1,
  async ask({ send }, { customerId }) {
    const { body } = await send({ api: 'customer', path: `customer/${encodeURIComponent(customerId)}` })
    const id = isObject(body) ? text(body['id']) : undefined
    if (!isObject(body) || id === undefined) throw badAnswer('customer', 'a customer with an id', 'none')
    const since = instant(at(body, 'validFor')['startDateTime'])
    return {
      id,
      segment: word(at(body, 'engagedParty')['@referredType']) === 'organization' ? 'business' : 'consumer',
      status: word(body['status']) ?? 'unknown',
      ...(since && { since }),
    }
  },
}
