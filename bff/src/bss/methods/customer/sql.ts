import { sql } from '../../connectors/sql/statement.ts'
import type { Source } from '../../contract.ts'
import { Reading } from '../../tolerant/reading.ts'

/** The view `mosaic_customer`: a row a customer. */
export const customer: Source<'customer', 'sql'> = {
  version: 1,
  async ask({ send }, { customerId }) {
    const view = new Reading(
      await send(sql`select customer_id, segment, status, since from mosaic_customer where customer_id = ${customerId}`),
      'mosaic_customer',
    )
    const [found, ...others] = view.wholeItems()
    if (!found || others.length > 0) throw view.bad('one row a customer')
    const since = found.at('since').instant()
    return {
      id: found.at('customer_id').requiredText('the id of a customer'),
      segment: found.at('segment').requiredWord(['consumer', 'business']),
      status: found.at('status').word() ?? 'unknown',
      ...(since && { since }),
    }
  },
}
