import { slotOf } from '../bss/methods/callback-slots/slot-id.ts'
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

/** `topic`: what it is about, in the customer's or the editors' words. */
export type BookCallbackInput = Tap & { slotId: string; topic?: string | null | undefined; lineId?: string | null | undefined }

const longestTopic = 80

const words: ActionWords = {
  completed: { it: 'Fatto: ti richiamiamo all’ora che hai scelto.', en: 'Done: we will call you at the time you chose.' },
  pending: { it: 'Stiamo fissando la richiamata: la vedrai qui fra poco.', en: 'We are booking your call: you will see it here shortly.' },
  failed: {
    it: 'Questo orario è appena stato occupato: scegline un altro.',
    en: 'This time has just been taken: choose another one.',
  },
  unknown: {
    it: 'Non abbiamo ancora la conferma: controlla i tuoi appuntamenti fra qualche minuto prima di riprovare.',
    en: 'We have no confirmation yet: check your appointments in a few minutes before trying again.',
  },
}

/** Books an hour at which the operator calls the customer. Throws what `act` throws. */
export async function bookCallback(
  dependencies: ActionDependencies,
  request: ActionRequest,
  { slotId, topic, lineId, idempotencyKey }: BookCallbackInput,
): Promise<ActionReceipt> {
  checkId('slotId', slotId)
  const slot = slotOf(slotId)
  if (!slot) throw badInput('slotId', 'the id of a slot as `callUs` names it', 'another text')
  if ((topic?.length ?? 0) > longestTopic) throw badInput('topic', `at most ${longestTopic} characters`, `${topic?.length}`)
  const prepare = ({ visit }: Known): Sent<'bookCallback'> => {
    if (Date.parse(slot.startsAt) <= visit.now.getTime()) {
      throw new Answered('failed', { it: 'Questo orario è già passato: scegline un altro.', en: 'This time is over: choose another one.' })
    }
    return { slotId, ...(topic && { topic }), ...(lineId && { lineId }) }
  }
  return act(
    dependencies,
    request,
    { operation: 'bookCallback', write: 'bookCallback', words, lineId: lineId ?? undefined, prepare },
    idempotencyKey,
  )
}
