import type { TwoLanguages } from '@mosaic/schemas/rules'
import { isDeskCalling } from '../call-backs/in-house.ts'
import { numberToCall } from '../call-backs/number.ts'
import { enoughCalls } from '../call-backs/request.ts'
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

const nowhere: TwoLanguages = {
  it: 'Non abbiamo un numero a cui chiamarti: chiamaci tu, e troviamo insieme una soluzione.',
  en: 'We have no number to call you on: call us, and we will find a way together.',
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
  const prepare = async ({ visit, read }: Known): Promise<Sent<'bookCallback'>> => {
    if (Date.parse(slot.startsAt) <= visit.now.getTime()) {
      throw new Answered('failed', { it: 'Questo orario è già passato: scegline un altro.', en: 'This time is over: choose another one.' })
    }
    const sent = { slotId, ...(topic && { topic }), ...(lineId && { lineId }) }
    if (!isDeskCalling(visit.release.brand)) return sent
    // The operator's own calendar knows whom it calls; Mosaic's desk must be told.
    const msisdn = numberToCall(await read('lines'), visit.lineId)
    if (msisdn === undefined) throw new Answered('failed', nowhere)
    return { ...sent, msisdn }
  }
  return act(
    dependencies,
    request,
    {
      operation: 'bookCallback',
      write: 'bookCallback',
      words,
      wordsFor: ({ isOneTooMany }) => (isOneTooMany ? enoughCalls : undefined),
      lineId: lineId ?? undefined,
      prepare,
    },
    idempotencyKey,
  )
}
