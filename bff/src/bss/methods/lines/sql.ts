import type { Line } from '@mosaic/schemas/bss'
import { sql } from '../../connectors/sql/statement.ts'
import type { Source } from '../../contract.ts'
import { Reading } from '../../tolerant/reading.ts'

/** The views `mosaic_line`, a row a line, and `mosaic_line_option`, a row an active option of a line. */
export const lines: Source<'lines', 'sql'> = {
  version: 1,
  async ask({ send, currency }, { customerId }) {
    const [rows, options] = await Promise.all([
      send(sql`
        select line_id, msisdn, kind, device, status, payment, plan_name, plan_type, activated_on, renews_on, renewal_price, currency
        from mosaic_line where customer_id = ${customerId} order by line_id`),
      send(sql`select line_id, option_id from mosaic_line_option where customer_id = ${customerId} order by line_id, option_id`),
    ])
    const optionsOf = Map.groupBy(new Reading(options, 'mosaic_line_option').wholeItems(), (row) =>
      row.at('line_id').requiredText('the id of a line'),
    )
    return new Reading(rows, 'mosaic_line').wholeItems().map((row) => readLine(row, optionsOf, currency))
  },
}

/** A view is made for us: a row that cannot be read is a mistake in it, and is told rather than left out. */
function readLine(row: Reading, optionsOf: ReadonlyMap<string, Reading[]>, currency: string): Line {
  const id = row.at('line_id').requiredText('the id of a line')
  const activatedOn = row.at('activated_on').instant()
  const renewsOn = row.at('renews_on').instant()
  const price = row.at('renewal_price')
  const renewalPrice = new Reading({ value: price.value, unit: row.at('currency').value }, price.path).money(currency)
  if (price.isThere() && !renewalPrice) throw price.bad('an amount of money, and its currency beside it')
  return {
    id,
    msisdn: row.at('msisdn').requiredText('the number of a line'),
    kind: row.at('kind').requiredWord(['voice', 'data']),
    device: row.at('device').requiredWord(['smartphone', 'tablet', 'router']),
    status: row.at('status').requiredWord(['active', 'suspended', 'pending', 'terminated']),
    payment: row.at('payment').requiredWord(['prepaid', 'postpaid', 'hybrid']),
    planName: row.at('plan_name').requiredText('the name of a plan'),
    planType: row.at('plan_type').requiredWord(['allInclusive', 'base']),
    options: (optionsOf.get(id) ?? []).map((option) => option.at('option_id').requiredText('the id of an option')),
    ...(activatedOn && { activatedOn }),
    ...(renewsOn && { renewsOn }),
    ...(renewalPrice && { renewalPrice }),
  }
}
