import type { Source } from '../../contract.ts'
import { readResponse } from '../../connectors/soap/read-response.ts'

/** `GetAccount` of the billing service. A customer without an account pays in advance and owes nothing. */
export const account: Source<'account', 'soap'> = {
  version: 1,
  async ask({ send, currency }, { customerId }) {
    const response = readResponse(await send({ operation: 'GetAccount', body: { customerId } }), 'GetAccountResponse')
    const found = response.at('account')
    const nothing = { minor: 0, currency }
    if (!found.isThere() || found.value === '') return { due: nothing, overdue: nothing, autopay: false }
    if (!found.isObject()) throw found.bad('one account')
    const due = found.at('balance').money(currency)
    // Without a readable balance nothing may be said about debts: neither that there are some nor that there are none.
    if (!due) throw found.at('balance').bad('an amount of money')
    const isOverdue = found.at('status').word() === 'inarrears'
    return {
      id: found.at('id').requiredText('the id of an account'),
      due,
      overdue: found.at('overdueBalance').money(currency) ?? (isOverdue ? due : { ...due, minor: 0 }),
      autopay: found.at('directDebit').boolean() ?? false,
    }
  },
}
