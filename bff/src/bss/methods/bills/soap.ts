import type { Bill } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { readResponse } from '../../connectors/soap/read-response.ts'
import { readItems, type Reading } from '../../tolerant/reading.ts'

/** `GetBills` of the billing service, newest first. */
export const bills: Source<'bills', 'soap'> = {
  version: 1,
  async ask(context, { customerId }) {
    const response = readResponse(await context.send({ operation: 'GetBills', body: { customerId } }), 'GetBillsResponse')
    const found = readItems(itemsOf(response), (item) => readBill(item, context.currency, context.now))
    return found.sort((one, other) => other.issuedOn.localeCompare(one.issuedOn))
  },
}

/** Some systems leave out the element around the list. No bills is an empty element; without any, nothing may be said about bills. */
function itemsOf(response: Reading): Reading[] {
  const list = response.at('bills')
  if (list.isObject() || list.value === '') return list.at('bill').wholeItems()
  const bare = response.at('bill')
  if (!bare.isThere()) throw list.bad('a list of bills')
  return bare.wholeItems()
}

function readBill(item: Reading, currency: string, now: Date): Bill {
  const id = item.at('id').requiredText('the id of a bill')
  const amount = item.at('amountDue').money(currency)
  if (!amount) throw item.at('amountDue').bad('an amount of money')
  const issuedOn = item.at('billDate').instant()
  if (!issuedOn) throw item.at('billDate').bad('a date')
  const isSettled = item.at('status').word() === 'paid'
  const remaining = item.at('remainingAmount').money(currency) ?? (isSettled ? { ...amount, minor: 0 } : amount)
  const dueOn = item.at('dueDate').instant()
  const isPaid = isSettled || remaining.minor <= 0
  return {
    id,
    number: item.at('number').text() ?? id,
    amount,
    remaining,
    issuedOn,
    ...(dueOn && { dueOn }),
    state: isPaid ? 'paid' : dueOn && dueOn < now.toISOString() ? 'overdue' : 'issued',
  }
}
