import type { Sim } from '@mosaic/schemas/bss'
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
import { badInput } from './inputs.ts'

/** `price`: what the customer has agreed to, in integer minor units. */
export type ReplaceSimInput = Tap & { lineId: string; form: string; reason: string; price?: number | null | undefined }

const forms = ['sim', 'esim'] as const
const reasons = ['lost', 'stolen', 'broken'] as const

const words: ActionWords = {
  completed: { it: 'Fatto: la nuova SIM è pronta, con lo stesso numero.', en: 'Done: your new SIM is ready, with the same number.' },
  pending: {
    it: 'Richiesta ricevuta: la nuova SIM è in arrivo, con lo stesso numero. Puoi seguirla tra i tuoi ordini.',
    en: 'We have your request: the new SIM is on its way, with the same number. You can follow it among your orders.',
  },
  failed: {
    it: 'Non è stato possibile chiedere una nuova SIM: la tua resta com’era e non ti è stato addebitato nulla. Riprova.',
    en: 'A new SIM could not be ordered: yours is as it was and you have not been charged. Try again.',
  },
  unknown: {
    it: 'Non abbiamo ancora la conferma: controlla i tuoi ordini fra qualche minuto prima di riprovare.',
    en: 'We have no confirmation yet: check your orders in a few minutes before trying again.',
  },
}

/** Orders another SIM for one of the customer's lines, at the price he has seen; the old one will stop. Throws what `act` throws. */
export async function replaceSim(
  dependencies: ActionDependencies,
  request: ActionRequest,
  { lineId, form: wantedForm, reason: givenReason, price, idempotencyKey }: ReplaceSimInput,
): Promise<ActionReceipt> {
  const form = oneOf('form', wantedForm, forms)
  const reason = oneOf('reason', givenReason, reasons)
  const prepare = async ({ read }: Known): Promise<Sent<'replaceSim'>> => {
    const sim = await read('sim')
    // A tap that is repeated finds its work under way.
    if (sim.state === 'replacing') throw new Answered('pending', words.pending)
    checkPrice(sim, form, price ?? 0)
    return { form, reason }
  }
  return act(dependencies, request, { operation: 'replaceSim', write: 'replaceSim', words, lineId, prepare }, idempotencyKey)
}

/** What a tile has shown may be older than the price is: nobody pays another than the one he has said yes to. */
function checkPrice({ replacement }: Sim, form: (typeof forms)[number], agreed: number): void {
  const price = replacement?.[form]
  if (!price) {
    throw new Answered('failed', {
      it: 'Per questa linea una SIM così non si può chiedere da qui: chiamaci o passa in negozio.',
      en: 'A SIM like this cannot be ordered here for this line: call us or come to a shop.',
    })
  }
  if (price.minor === agreed) return
  throw new Answered('failed', {
    it: 'Il prezzo è cambiato: non abbiamo ordinato nulla. Aggiorna la pagina per vedere quello nuovo.',
    en: 'The price has changed: nothing was ordered. Refresh the page to see the new one.',
  })
}

function oneOf<const Word extends string>(name: string, given: string, allowed: readonly Word[]): Word {
  const found = allowed.find((word) => word === given)
  if (found === undefined) throw badInput(name, `one of ${allowed.join(', ')}`, show(given))
  return found
}
