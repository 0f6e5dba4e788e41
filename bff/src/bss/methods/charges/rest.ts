import type { Charge } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { listAll } from '../../connectors/rest/list-all.ts'
import { readItems, type Reading } from '../../tolerant/reading.ts'

/** What is read of each; nothing else need be sent. */
const fields = ['id', 'name', 'description', 'type', 'date', 'periodCoverage', 'isBilled', 'product', 'taxIncludedAmount']

/** What systems call a charge; the contract leaves it free. Anything else happened once. */
const types: ReadonlyMap<string, Charge['type']> = new Map([
  ['recurring', 'recurring'],
  ['recurringcharge', 'recurring'],
  ['subscription', 'recurring'],
  ['usage', 'usage'],
  ['usagecharge', 'usage'],
  ['traffic', 'usage'],
  ['thirdparty', 'thirdParty'],
  ['premium', 'thirdParty'],
])

/**
 * TMF678 `appliedCustomerBillingRate?isBilled=false&billingAccount.id=`: the contract knows no customer here, so his accounts are asked for first.
 * A customer without an account pays in advance, and nothing waits for a bill.
 */
export const charges: Source<'charges', 'rest'> = {
  version: 1,
  async ask(context, { customerId }) {
    const owned = { api: 'account', path: 'billingAccount', query: { 'relatedParty.id': customerId }, fields: ['id'] } as const
    const accountIds = (await listAll(context, owned)).map((account) => account.at('id').requiredText('the id of an account'))
    const found = await Promise.all(
      accountIds.map((accountId) => {
        const query = { isBilled: 'false', 'billingAccount.id': accountId }
        return listAll(context, { api: 'customerBill', path: 'appliedCustomerBillingRate', query, fields })
      }),
    )
    // Some systems answer with all of them, whatever was asked.
    const waiting = found.flat().filter((item) => item.at('isBilled').boolean() !== true)
    return readItems(waiting, (item) => readCharge(item, context.currency)).sort((one, other) => other.at.localeCompare(one.at))
  },
}

function readCharge(item: Reading, currency: string): Charge {
  const id = item.at('id').requiredText('the id of a charge')
  const amount = item.at('taxIncludedAmount').money(currency)
  if (!amount) throw item.at('taxIncludedAmount').bad('an amount of money')
  const at = item.at('date').instant() ?? item.at('periodCoverage', 'startDateTime').instant()
  if (!at) throw item.at('date').bad('a date')
  const lineId = item.at('product', 'id').text()
  return {
    id,
    ...(lineId && { lineId }),
    name: item.at('name').text() ?? item.at('product', 'name').text() ?? item.at('description').requiredText('the name of a charge'),
    type: types.get(item.at('type').word() ?? '') ?? 'oneTime',
    amount,
    at,
  }
}
