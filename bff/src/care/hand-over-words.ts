import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { HandOverEvent } from '../hand-over/contract.ts'
import type { SendStatus } from '../hand-over/send.ts'

/* What the desk says of links, to agents. */

export const statusWords: Readonly<Record<SendStatus, TwoLanguages>> = {
  sent: { it: 'SMS inviato.', en: 'SMS sent.' },
  pending: {
    it: 'Non sappiamo se l’SMS è partito. Chiedi al cliente se l’ha ricevuto; se no, mandalo di nuovo.',
    en: 'We do not know whether the SMS has left. Ask the customer whether it has arrived; if not, send it again.',
  },
  refused: { it: 'L’SMS non è partito.', en: 'The SMS has not left.' },
  noSms: {
    it: 'Qui non si possono inviare SMS. La pagina aspetta il cliente nell’app: digli di aprirla ed entrare.',
    en: 'No SMS can be sent here. The page waits for the customer in the app: tell him to open it and sign in.',
  },
  noConsent: {
    it: 'Il cliente non ha acconsentito a ricevere SMS.',
    en: 'The customer has not agreed to receive SMS.',
  },
  tooMany: {
    it: 'Per ora non si possono inviare altri link: aspetta dieci minuti.',
    en: 'No more links can be sent for now: wait ten minutes.',
  },
}

/** For who was never asked: there is something to do about it. */
export const neverAsked: TwoLanguages = {
  it: 'Al cliente non è mai stato chiesto se possiamo inviargli SMS: chiediglielo ora.',
  en: 'The customer was never asked whether we may send him SMS: ask him now.',
}

/** Why an SMS did not leave or arrive: the way’s own reasons (sms/check-text.ts), then the network’s (sms/smpp/receipt.ts). */
const reasonWords: Readonly<Record<string, TwoLanguages>> = {
  number: { it: 'Questo numero non riceve SMS.', en: 'This number takes no SMS.' },
  text: {
    it: 'Il testo non sta in un SMS: avvisa chi cura le destinazioni.',
    en: 'The text is longer than one SMS: tell who keeps the targets.',
  },
  sender: { it: 'La rete non conosce il mittente.', en: 'The network does not know the sender.' },
  throttled: { it: 'La rete ha troppi SMS: riprova tra poco.', en: 'The network has too many SMS: try again in a moment.' },
  busy: { it: 'Ci sono troppi SMS in attesa: riprova tra poco.', en: 'Too many SMS are waiting: try again in a moment.' },
  unavailable: { it: 'La rete non risponde: riprova tra poco.', en: 'The network does not answer: try again in a moment.' },
  unknown: { it: 'Non sappiamo se è partito.', en: 'We do not know whether it has left.' },
  notConfigured: { it: 'Qui non si possono inviare SMS.', en: 'No SMS can be sent here.' },
  expired: { it: 'Il telefono non era raggiungibile.', en: 'The telephone could not be reached.' },
  undeliverable: { it: 'Il numero non è raggiungibile.', en: 'The number cannot be reached.' },
  rejected: { it: 'La rete non l’ha accettato.', en: 'The network did not accept it.' },
  deleted: { it: 'La rete l’ha cancellato.', en: 'The network deleted it.' },
}
const otherReason: TwoLanguages = { it: 'La rete non dice perché.', en: 'The network does not say why.' }

export function reasonIn(reason: string): TwoLanguages {
  return Object.hasOwn(reasonWords, reason) ? (reasonWords[reason] ?? otherReason) : otherReason
}

/** One mark on the way of a link. @param place what was reached, in words */
export function markWords(event: HandOverEvent, place: string): TwoLanguages {
  switch (event.type) {
    case 'sent':
      return { it: 'SMS inviato', en: 'SMS sent' }
    case 'unsent':
      return { it: `SMS non inviato. ${reasonIn(event.reason).it}`, en: `SMS not sent. ${reasonIn(event.reason).en}` }
    case 'delivered':
      return { it: 'SMS consegnato', en: 'SMS delivered' }
    case 'undelivered':
      return { it: `SMS non consegnato. ${reasonIn(event.reason).it}`, en: `SMS not delivered. ${reasonIn(event.reason).en}` }
    case 'opened':
      return { it: 'Ha aperto il link', en: 'Opened the link' }
    case 'signedIn':
      return proofWords[event.by]
    case 'reached':
      return { it: `È arrivato a «${place}»`, en: `Has arrived at “${place}”` }
    case 'stuck':
      return event.wants === 'connect'
        ? { it: 'Si è bloccato: vuole parlarne con te', en: 'Is stuck: wants to talk to you about it' }
        : { it: 'Si è bloccato: vuole essere richiamato', en: 'Is stuck: wants to be called back' }
    case 'taken':
      return { it: `Lo segue ${event.name}`, en: `${event.name} is helping` }
    case 'givenBack':
      return { it: 'Aspetta di nuovo qualcuno', en: 'Is waiting for somebody again' }
    case 'done':
      return { it: 'Fatto', en: 'Done' }
    case 'revoked':
      return { it: 'Link revocato', en: 'Link revoked' }
  }
}

const proofWords: Readonly<Record<'session' | 'silent' | 'otp', TwoLanguages>> = {
  session: { it: 'È entrato con il suo account', en: 'Signed in to the account' },
  silent: { it: 'Riconosciuto dalla rete mobile', en: 'Recognised by the mobile network' },
  otp: { it: 'Riconosciuto con un codice per SMS', en: 'Recognised by a code in an SMS' },
}

/** Who sent what no agent did. */
export const voiceMenuName: TwoLanguages = { it: 'Menu vocale', en: 'Voice menu' }
