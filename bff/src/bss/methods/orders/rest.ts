import type { Order } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { listAll } from '../../connectors/rest/list-all.ts'
import { readItems, type Reading } from '../../tolerant/reading.ts'

const fields = ['id', 'category', 'state', 'orderDate', 'expectedCompletionDate', 'completionDate', 'productOrderItem']

/** TMF622 `productOrder?relatedParty.id=`: what the customer has ordered, newest first. The items of an order of several are its steps. */
export const orders: Source<'orders', 'rest'> = {
  version: 1,
  async ask(context, { customerId }) {
    const request = { api: 'productOrdering', path: 'productOrder', query: { 'relatedParty.id': customerId }, fields } as const
    const found = readItems(await listAll(context, request), readOrder)
    return found.sort((a, b) => (a.placedOn < b.placedOn ? 1 : a.placedOn > b.placedOn ? -1 : 0))
  },
}

function readOrder(order: Reading): Order {
  const items = order.at('productOrderItem').items()
  const [first] = items
  const placedOn = order.at('orderDate').instant()
  if (placedOn === undefined) throw order.at('orderDate').bad('the moment an order was placed')
  const expectedOn = order.at('expectedCompletionDate').instant()
  const completedOn = order.at('completionDate').instant()
  const name = first && nameOf(first)
  const offeringId = first?.at('productOffering', 'id').text()
  const lineId = first?.at('product', 'productRelationship').items()[0]?.at('product', 'id').text()
  return {
    id: order.at('id').requiredText('the id of an order'),
    kind: kindOf(order.at('category').word()),
    action: actionOf(first?.at('action').word()),
    state: stateOf(order.at('state').word()),
    placedOn,
    steps: items.flatMap((item) => stepOf(item)),
    ...(name !== undefined && { name }),
    ...(expectedOn && { expectedOn }),
    ...(completedOn && { completedOn }),
    ...(lineId !== undefined && { lineId }),
    ...(offeringId !== undefined && { offeringId }),
  }
}

function nameOf(item: Reading): string | undefined {
  return item.at('productOffering', 'name').text() ?? item.at('product', 'name').text()
}

function stepOf(item: Reading): Order['steps'] {
  const name = nameOf(item)
  return name === undefined ? [] : [{ name, state: stepStates[stateOf(item.at('state').word())] }]
}

const stepStates: Record<Order['state'], Order['steps'][number]['state']> = {
  acknowledged: 'todo',
  inProgress: 'current',
  held: 'current',
  pending: 'current',
  partial: 'current',
  completed: 'done',
  failed: 'failed',
  cancelled: 'failed',
}

function kindOf(word: string | undefined): Order['kind'] {
  switch (word) {
    case 'portin':
      return 'portIn'
    case 'option':
    case 'offer':
    case 'device':
    case 'sim':
      return word
    default:
      return 'other'
  }
}

function actionOf(word: string | undefined): Order['action'] {
  return word === 'delete' ? 'remove' : word === 'modify' ? 'change' : 'add'
}

/** TMF622's eleven states in the eight a customer tells apart; one that is not known is still being worked on. */
function stateOf(word: string | undefined): Order['state'] {
  switch (word) {
    case 'acknowledged':
    case 'held':
    case 'pending':
    case 'completed':
    case 'failed':
    case 'cancelled':
    case 'partial':
      return word
    case 'rejected':
      return 'failed'
    case 'assessingcancellation':
    case 'pendingcancellation':
      return 'pending'
    default:
      return 'inProgress'
  }
}
