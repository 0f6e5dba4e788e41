import { act } from './act.ts'
import type { ActionDependencies, ActionReceipt, ActionRequest, ActionWords, Tap } from './contract.ts'
import { checkAmount } from './inputs.ts'

/** `amount`: integer minor units of the brand's currency. */
export type TopUpInput = Tap & { lineId: string; amount: number }

const words: ActionWords = {
  completed: { it: 'Ricarica effettuata.', en: 'Top-up done.' },
  pending: { it: 'Ricarica in corso: il credito si aggiorna fra poco.', en: 'Top-up under way: your credit will be updated shortly.' },
  failed: {
    it: 'Ricarica non riuscita: non ti è stato addebitato nulla. Riprova.',
    en: 'Top-up failed: you have not been charged. Try again.',
  },
  unknown: {
    it: 'Non abbiamo ancora la conferma della ricarica: controlla il credito fra qualche minuto prima di riprovare.',
    en: 'We have no confirmation of the top-up yet: check your credit in a few minutes before trying again.',
  },
}

/** Tops up one of the customer's own lines. Throws what `act` throws. */
export async function topUp(dependencies: ActionDependencies, request: ActionRequest, input: TopUpInput): Promise<ActionReceipt> {
  const { lineId, amount, idempotencyKey } = input
  checkAmount('amount', amount)
  return act(
    dependencies,
    request,
    { operation: 'topUp', write: 'topUp', words, lineId, prepare: () => ({ amountMinor: amount }) },
    idempotencyKey,
  )
}
