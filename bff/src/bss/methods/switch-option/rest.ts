import type { Receipt } from '@mosaic/schemas/bss'
import type { AskContext, Source } from '../../contract.ts'
import { Reading } from '../../tolerant/reading.ts'

/**
 * TMF622 `POST productOrder`: an option of the catalogue is added to a line, or a product of the line is taken off it. Asynchronous by contract: an
 * order that is acknowledged is pending.
 */
export const switchOption: Source<'switchOption', 'rest'> = {
  version: 1,
  ask: (context, { lineId, customerId }, { idempotencyKey, ...input }) =>
    placeOrder(context, {
      category: 'option',
      lineId,
      customerId,
      idempotencyKey,
      ...(input.turn === 'on' ? { offeringId: input.offeringId } : { productId: input.productId }),
    }),
}

/** Something is added to a line, taken off it, or the line itself is changed as its traits say. */
type OrderOf = {
  category: 'option' | 'offer' | 'sim'
  lineId: string
  customerId: string | undefined
  idempotencyKey: string
} & ({ offeringId: string } | { productId: string } | { traits: Readonly<Record<string, string>> })

/** The contract has no idempotency key, so it goes as the usual header and as the id the order has outside of the system that takes it. */
export async function placeOrder(context: AskContext<'rest'>, order: OrderOf): Promise<Receipt> {
  const { category, customerId, idempotencyKey } = order
  const { body } = await context.sendOnce({
    api: 'productOrdering',
    path: 'productOrder',
    headers: { 'idempotency-key': idempotencyKey },
    body: {
      externalId: idempotencyKey,
      category,
      productOrderItem: [{ id: '1', quantity: 1, ...itemOf(order) }],
      ...(customerId !== undefined && { relatedParty: [{ id: customerId, role: 'customer', '@referredType': 'Customer' }] }),
    },
  })
  const placed = new Reading(body, 'productOrder')
  return { id: placed.at('id').requiredText('the id of an order'), status: statusOf(placed) }
}

function itemOf(order: OrderOf) {
  const line = { productRelationship: [{ relationshipType: 'reliesOn', product: { id: order.lineId } }] }
  if ('offeringId' in order) return { action: 'add', productOffering: { id: order.offeringId }, product: line }
  if ('productId' in order) return { action: 'delete', product: { id: order.productId, ...line } }
  const productCharacteristic = Object.entries(order.traits).map(([name, value]) => ({ name, valueType: 'string', value }))
  return { action: 'modify', product: { ...line, productCharacteristic } }
}

function statusOf(order: Reading): Receipt['status'] {
  switch (order.at('state').word()) {
    case 'completed':
      return 'completed'
    case 'rejected':
    case 'failed':
    case 'cancelled':
      return 'failed'
    default:
      return 'pending'
  }
}
