import { show } from '@mosaic/schemas/errors'
import type { Line, TransferReceipt } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { CompiledRelease } from '../release/compile.ts'
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
import { badInput, checkAmount, checkNumber } from './inputs.ts'

/**
 * To one of the customer's own lines, or to a number: one of the two. `amount` and `fee` are what the customer has agreed to send and to pay for it, in integer
 * minor units.
 */
export type TransferCreditInput = Tap & {
  lineId: string
  receiverLineId?: string | null | undefined
  receiverNumber?: string | null | undefined
  amount: number
  fee?: number | null | undefined
}

const words: ActionWords = {
  completed: { it: 'Credito inviato.', en: 'Your credit has been sent.' },
  pending: {
    it: 'Stiamo inviando il credito: il tuo si aggiorna fra poco.',
    en: 'We are sending the credit: yours will be updated shortly.',
  },
  failed: { it: 'Credito non inviato: il tuo è rimasto com’era. Riprova.', en: 'The credit was not sent: yours is as it was. Try again.' },
  unknown: {
    it: 'Non abbiamo ancora la conferma dell’invio: controlla il tuo credito fra qualche minuto prima di riprovare.',
    en: 'We have no confirmation yet: check your credit in a few minutes before trying again.',
  },
}

const refusals: Readonly<Record<NonNullable<TransferReceipt['refusal']>, TwoLanguages>> = {
  credit: {
    it: 'Il credito non basta per l’importo e il costo dell’invio: non ti è stato scalato nulla.',
    en: 'Your credit does not cover the amount and what sending costs: nothing has been taken.',
  },
  receiver: {
    it: 'A questo numero non si può inviare credito: serve una nostra linea ricaricabile attiva. Non ti è stato scalato nulla.',
    en: 'Credit cannot be sent to this number: it must be an active prepaid line of ours. Nothing has been taken.',
  },
  sender: {
    it: 'Da questa linea non si può inviare credito a questo numero: non ti è stato scalato nulla.',
    en: 'Credit cannot be sent from this line to this number: nothing has been taken.',
  },
  limit: {
    it: 'Con questo importo supereresti il massimo che si può inviare in un giorno: non ti è stato scalato nulla.',
    en: 'This amount is more than can still be sent today: nothing has been taken.',
  },
  cost: {
    it: 'Nel frattempo il costo dell’invio è cambiato: non ti è stato scalato nulla. Ricontrolla e conferma di nuovo.',
    en: 'What sending costs has changed meanwhile: nothing has been taken. Check it and confirm again.',
  },
}

/** Sends credit from one of the customer's lines to another number of the operator. Throws what `act` throws. */
export async function transferCredit(
  dependencies: ActionDependencies,
  request: ActionRequest,
  { lineId, receiverLineId, receiverNumber, amount, fee, idempotencyKey }: TransferCreditInput,
): Promise<ActionReceipt> {
  checkAmount('amount', amount)
  if (fee) checkAmount('fee', fee)
  if (Boolean(receiverLineId) === Boolean(receiverNumber)) {
    throw badInput('receiverLineId', 'either it or a receiverNumber', receiverLineId ? 'both' : 'neither')
  }
  if (receiverNumber) checkNumber('receiverNumber', receiverNumber)
  const prepare = async ({ visit, read }: Known): Promise<Sent<'transferCredit'>> => {
    if (receiverLineId && !visit.session.lines.includes(receiverLineId)) {
      throw badInput('receiverLineId', 'one of the customer’s own lines', show(receiverLineId))
    }
    if (receiverNumber && !isNumberAsked(visit.release)) {
      throw badInput('receiverNumber', 'a receiverLineId, as no tile lets numbers be typed', 'a number')
    }
    const lines = await read('lines')
    const from = lines.find(({ id }) => id === lineId)
    const to = receiverNumber ?? lines.find(({ id }) => id === receiverLineId)?.msisdn
    if (!from || !to) throw new Answered('failed', words.failed)
    if (!canSend(from) || digitsOf(from.msisdn) === digitsOf(to)) throw new Answered('failed', refusals.sender)
    return { from: from.msisdn, to, amountMinor: amount, feeMinor: fee ?? 0 }
  }
  return act(
    dependencies,
    request,
    {
      operation: 'transferCredit',
      write: 'transferCredit',
      words,
      wordsFor: ({ refusal }) => refusal && refusals[refusal],
      lineId,
      otherLineId: receiverLineId ?? undefined,
      prepare,
    },
    idempotencyKey,
  )
}

function canSend({ payment, status }: Line): boolean {
  return payment === 'prepaid' && status === 'active'
}

/** Whether the editors let customers type whom they send it to; where they do not, nobody does by other ways. */
function isNumberAsked({ surfaces }: CompiledRelease): boolean {
  return [...surfaces.values()].some(({ contents }) =>
    contents.some(({ content: { kind, fields } }) => kind === 'transferCredit' && fields['toOthers'] === true),
  )
}

function digitsOf(number: string): string {
  return number.replace(/\D/g, '')
}
