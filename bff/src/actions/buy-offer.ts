import { act } from './act.ts'
import type { ActionDependencies, ActionReceipt, ActionRequest, ActionWords, Known, Sent, Tap } from './contract.ts'
import { checkId } from './inputs.ts'
import { checkOffering, type Offered } from './offering.ts'

export type BuyOfferInput = Tap & Offered & { lineId: string }

const words: ActionWords = {
  completed: { it: 'Fatto: l’offerta è tua.', en: 'Done: the offer is yours.' },
  pending: { it: 'Abbiamo ricevuto il tuo ordine: puoi seguirlo da qui.', en: 'We have received your order: you can follow it from here.' },
  failed: {
    it: 'Ordine non riuscito: non ti è stato addebitato nulla. Riprova.',
    en: 'Your order did not go through: you have not been charged. Try again.',
  },
  unknown: {
    it: 'Non abbiamo ancora la conferma dell’ordine: controlla i tuoi ordini fra qualche minuto prima di riprovare.',
    en: 'We have no confirmation of the order yet: check your orders in a few minutes before trying again.',
  },
}

/** Buys an offering of the catalogue for one of the customer's lines, at the price he has seen. Throws what `act` throws. */
export async function buyOffer(
  dependencies: ActionDependencies,
  request: ActionRequest,
  { lineId, idempotencyKey, ...offered }: BuyOfferInput,
): Promise<ActionReceipt> {
  checkId('offeringId', offered.offeringId)
  const prepare = async (known: Known): Promise<Sent<'buyOffer'>> => {
    await checkOffering(known, offered)
    return { offeringId: offered.offeringId }
  }
  return act(dependencies, request, { operation: 'buyOffer', write: 'buyOffer', words, lineId, prepare }, idempotencyKey)
}
