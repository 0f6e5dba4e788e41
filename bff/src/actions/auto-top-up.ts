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
import { badInput, checkAmount } from './inputs.ts'

/** `amount`, in integer minor units, and `period` are those of the rule to be; they are not looked at when it is turned off. */
export type AutoTopUpInput = Tap & { lineId: string; isOn: boolean; amount?: number | null | undefined; period?: string | null | undefined }

const periods = ['weekly', 'fortnightly', 'monthly'] as const

const on: ActionWords = {
  completed: { it: 'Ricarica automatica attivata.', en: 'Automatic top-up is on.' },
  pending: {
    it: 'Stiamo attivando la ricarica automatica: lo vedrai qui fra poco.',
    en: 'We are turning your automatic top-up on: you will see it here shortly.',
  },
  failed: {
    it: 'Ricarica automatica non attivata: non ti è stato addebitato nulla. Riprova.',
    en: 'Your automatic top-up was not turned on: you have not been charged. Try again.',
  },
  unknown: {
    it: 'Non abbiamo ancora la conferma: controlla fra qualche minuto se la ricarica automatica è attiva prima di riprovare.',
    en: 'We have no confirmation yet: check in a few minutes whether your automatic top-up is on before trying again.',
  },
}
const off: ActionWords = {
  completed: { it: 'Ricarica automatica disattivata.', en: 'Automatic top-up is off.' },
  pending: {
    it: 'Stiamo disattivando la ricarica automatica: lo vedrai qui fra poco.',
    en: 'We are turning your automatic top-up off: you will see it here shortly.',
  },
  failed: {
    it: 'Ricarica automatica non disattivata: è rimasta com’era. Riprova.',
    en: 'Your automatic top-up was not turned off: it is as it was. Try again.',
  },
  unknown: {
    it: 'Non abbiamo ancora la conferma: controlla fra qualche minuto se la ricarica automatica è disattivata.',
    en: 'We have no confirmation yet: check in a few minutes whether your automatic top-up is off.',
  },
}

/** Makes a line top itself up every period, or no more. Throws what `act` throws. */
export async function setAutoTopUp(
  dependencies: ActionDependencies,
  request: ActionRequest,
  input: AutoTopUpInput,
): Promise<ActionReceipt> {
  const { lineId, isOn, idempotencyKey } = input
  const rule = isOn ? ruleOf(input) : undefined
  const prepare = async (known: Known): Promise<Sent<'autoTopUp'>> => {
    // Whoever wants no rule any more is never asked how he would pay for it.
    if (!rule) return { isOn: false }
    await checkCanPay(known, lineId)
    return { isOn: true, ...rule }
  }
  return act(
    dependencies,
    request,
    { operation: 'setAutoTopUp', write: 'autoTopUp', words: isOn ? on : off, lineId, prepare },
    idempotencyKey,
  )
}

function ruleOf({ amount, period: wanted }: AutoTopUpInput) {
  const amountMinor = amount ?? Number.NaN
  checkAmount('amount', amountMinor)
  const period = periods.find((one) => one === wanted)
  if (!period) throw badInput('period', `one of ${periods.join(', ')}`, show(wanted ?? 'nothing'))
  return { amountMinor, period }
}

async function checkCanPay({ read }: Known, lineId: string): Promise<void> {
  const [lines, methods] = await Promise.all([read('lines'), read('paymentMethods')])
  if (lines.find(({ id }) => id === lineId)?.payment === 'postpaid') {
    throw new Answered('failed', {
      it: 'Questa linea si paga in bolletta: non ha bisogno di ricariche.',
      en: 'This line is paid by bill: it needs no top-ups.',
    })
  }
  if (!methods.some(({ status }) => status === 'active')) {
    throw new Answered('failed', {
      it: 'Serve un metodo di pagamento valido: aggiungine uno, poi attiva la ricarica automatica.',
      en: 'A valid payment method is needed: add one, then turn your automatic top-up on.',
    })
  }
}
