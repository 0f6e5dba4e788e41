import type { PaymentMethod } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { listAll } from '../../connectors/rest/list-all.ts'
import { readItems, type Reading } from '../../tolerant/reading.ts'

/** What is read of each; nothing else need be sent, least of all a number. */
const fields = ['id', 'name', 'isPreferred', 'status', 'validFor']

/** Words for one that works; the contract leaves them free, and one without a word is taken to work. */
const works = new Set(['active', 'valid', 'enabled', 'verified'])

/** TMF670 `paymentMethod?relatedParty.id=`, the preferred one first. */
export const paymentMethods: Source<'paymentMethods', 'rest'> = {
  version: 1,
  async ask(context, { customerId }) {
    const request = { api: 'paymentMethod', path: 'paymentMethod', query: { 'relatedParty.id': customerId }, fields } as const
    const found = readItems(await listAll(context, request), (item) => readMethod(item))
    return found.sort((one, other) => Number(other.isPreferred) - Number(one.isPreferred))
  },
}

function readMethod(item: Reading): PaymentMethod {
  const id = item.at('id').requiredText('the id of a payment method')
  const status = item.at('status').word()
  const expiresOn = item.at('validFor', 'endDateTime').instant()
  return {
    id,
    name: item.at('name').requiredText('the name of a payment method'),
    isPreferred: item.at('isPreferred').boolean() ?? false,
    status: status === undefined || works.has(status) ? 'active' : status === 'expired' ? 'expired' : 'blocked',
    ...(expiresOn && { expiresOn }),
  }
}
