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

type OrderOf = {
  category: 'option' | 'offer'
  lineId: string
  customerId: string | undefined
  idempotencyKey: string
} & ({ offeringId: string } | { productId: string })

/** The contract has no idempotency key, so it goes as the usual header and as the id the order has outside of the system that takes it. */
export async function placeOrder(context: AskContext<'rest'>, order: OrderOf): Promise<Receipt> {
  const { category, lineId, customerId, idempotencyKey } = order
  const line = { productRelationship: [{ relationshipType: 'reliesOn', product: { id: lineId } }] }
  const item =
    'offeringId' in order
      ? { id: '1', action: 'add', quantity: 1, productOffering: { id: order.offeringId }, product: line }
      : { id: '1', action: 'delete', quantity: 1, product: { id: order.productId, ...line } }
  const { body } = await context.sendOnce({
    api: 'productOrdering',
    path: 'productOrder',
    headers: { 'idempotency-key': idempotencyKey },
    body: {
      externalId: idempotencyKey,
      category,
      productOrderItem: [item],
      ...(customerId !== undefined && { relatedParty: [{ id: customerId, role: 'customer', '@referredType': 'Customer' }] }),
    },
  })
  const placed = new Reading(body, 'productOrder')
  return { id: placed.at('id').requiredText('the id of an order'), status: statusOf(placed) }
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
