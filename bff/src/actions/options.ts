import { show } from '@mosaic/schemas/errors'
import { act } from './act.ts'
import {
  Answered,
  type ActionDependencies,
  type ActionReceipt,
  type ActionRequest,
  type ActionWords,
  type Known,
  type Sent,
  type Tap,
} from './contract.ts'
import { badInput, checkId } from './inputs.ts'
import { checkOffering, type Offered } from './offering.ts'

export type ActivateOptionInput = Tap & Offered & { lineId: string }
export type DeactivateOptionInput = Tap & { lineId: string; productId: string }

const on: ActionWords = {
  completed: { it: 'Opzione attivata.', en: 'Your option is on.' },
  pending: {
    it: 'Stiamo attivando l’opzione: ti avvisiamo qui appena è pronta.',
    en: 'We are turning your option on: you will see it here as soon as it is ready.',
  },
  failed: {
    it: 'Opzione non attivata: non ti è stato addebitato nulla. Riprova.',
    en: 'Your option was not turned on: you have not been charged. Try again.',
  },
  unknown: {
    it: 'Non abbiamo ancora la conferma dell’attivazione: controlla le tue opzioni fra qualche minuto prima di riprovare.',
    en: 'We have no confirmation yet: check your options in a few minutes before trying again.',
  },
}
const off: ActionWords = {
  completed: { it: 'Opzione disattivata.', en: 'Your option is off.' },
  pending: {
    it: 'Stiamo disattivando l’opzione: lo vedrai qui fra poco.',
    en: 'We are turning your option off: you will see it here shortly.',
  },
  failed: { it: 'Opzione non disattivata: è rimasta com’era. Riprova.', en: 'Your option was not turned off: it is as it was. Try again.' },
  unknown: {
    it: 'Non abbiamo ancora la conferma della disattivazione: controlla le tue opzioni fra qualche minuto.',
    en: 'We have no confirmation yet: check your options in a few minutes.',
  },
}

/** Turns an option of the catalogue on for one of the customer's lines, at the price he has seen. Throws what `act` throws. */
export async function activateOption(
  dependencies: ActionDependencies,
  request: ActionRequest,
  { lineId, idempotencyKey, ...offered }: ActivateOptionInput,
): Promise<ActionReceipt> {
  checkId('offeringId', offered.offeringId)
  const prepare = async (known: Known): Promise<Sent<'switchOption'>> => {
    await checkOffering(known, offered)
    return { turn: 'on', offeringId: offered.offeringId }
  }
  return act(dependencies, request, { operation: 'activateOption', write: 'switchOption', words: on, lineId, prepare }, idempotencyKey)
}

/** Turns off what one of the customer's lines has beside its plan. Throws what `act` throws. */
export async function deactivateOption(
  dependencies: ActionDependencies,
  request: ActionRequest,
  { lineId, productId, idempotencyKey }: DeactivateOptionInput,
): Promise<ActionReceipt> {
  checkId('productId', productId)
  const prepare = async ({ read }: Known): Promise<Sent<'switchOption'>> => {
    const product = (await read('products')).find(({ id }) => id === productId)
    if (!product) throw badInput('productId', 'one of the products of the line', show(productId))
    // A tap that is repeated finds its work done.
    if (product.status === 'off') throw new Answered('completed', off.completed)
    if (product.status === 'turningOff') throw new Answered('pending', off.pending)
    return { turn: 'off', productId }
  }
  return act(dependencies, request, { operation: 'deactivateOption', write: 'switchOption', words: off, lineId, prepare }, idempotencyKey)
}
