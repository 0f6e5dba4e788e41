import type { Locale } from '@mosaic/schemas/text'

/** The texts of the queue of call-backs. */
type Messages = typeof it

const it = {
  title: 'Da richiamare',
  none: 'Nessuno da richiamare nelle prossime ore.',
  failed: 'I clienti da richiamare non si sono caricati.',
  late: (minutes: number) => `In ritardo di ${spanIt(minutes)}`,
  now: (minutes: number) => `Adesso, entro ${spanIt(minutes)}`,
  soon: (minutes: number) => `Tra ${spanIt(minutes)}`,
  slot: (from: string, to: string) => `${from}–${to}`,
  said: 'Ha già detto',
  link: (target: string, state: string) => `Dal link «${target}» · ${state}`,
  take: 'Prendi',
  taking: 'Un momento…',
  taken: 'Lo richiami tu',
  takenByOther: 'L’ha appena preso un collega.',
  failedTake: 'Non si è potuto prendere. Riprova.',
  open: 'Apri il cliente',
  done: 'Fatto',
  unreached: 'Non risponde',
  closedDone: 'Richiamato: grazie.',
  closedUnreached: 'Segnato: non risponde. Ci si riprova più tardi, tre volte in tutto.',
  failedClose: 'Non si è potuto segnare. Riprova.',
  notYours: 'Questo non è più tuo: nel frattempo è cambiato.',
  more: (count: number) => (count === 1 ? 'e un altro più tardi' : `e altri ${count} più tardi`),
  stuckTitle: 'Bloccati nell’app',
  stuckFailed: 'I clienti bloccati non si sono caricati.',
  waitsFor: (minutes: number) => (minutes < 1 ? 'Aspetta da poco' : `Aspetta da ${spanIt(minutes)}`),
  stuckSince: (time: string) => `dalle ${time}`,
  ledBy: (name: string) => `Link di: ${name}`,
  stuckMore: (count: number) => (count === 1 ? 'e un altro' : `e altri ${count}`),
}

const en: Messages = {
  title: 'To call back',
  none: 'Nobody to call back in the next hours.',
  failed: 'The customers to call back have not loaded.',
  late: (minutes) => `${spanEn(minutes)} late`,
  now: (minutes) => `Now, within ${spanEn(minutes)}`,
  soon: (minutes) => `In ${spanEn(minutes)}`,
  slot: (from, to) => `${from}–${to}`,
  said: 'Has said already',
  link: (target, state) => `From the link “${target}” · ${state}`,
  take: 'Take it',
  taking: 'One moment…',
  taken: 'You are calling back',
  takenByOther: 'A colleague has just taken it.',
  failedTake: 'It could not be taken. Try again.',
  open: 'Open the customer',
  done: 'Done',
  unreached: 'No answer',
  closedDone: 'Called back: thank you.',
  closedUnreached: 'Noted: no answer. It is tried again later, three times in all.',
  failedClose: 'It could not be noted. Try again.',
  notYours: 'This is no longer yours: it has changed meanwhile.',
  more: (count) => (count === 1 ? 'and one more later' : `and ${count} more later`),
  stuckTitle: 'Stuck in the app',
  stuckFailed: 'The customers who are stuck have not loaded.',
  waitsFor: (minutes) => (minutes < 1 ? 'Has just asked' : `Waiting for ${spanEn(minutes)}`),
  stuckSince: (time) => `since ${time}`,
  ledBy: (name) => `Link from: ${name}`,
  stuckMore: (count) => (count === 1 ? 'and one more' : `and ${count} more`),
}

function spanIt(minutes: number): string {
  if (minutes < 60) return minutes === 1 ? 'un minuto' : `${minutes} minuti`
  const hours = Math.floor(minutes / 60)
  return hours === 1 ? 'un’ora' : `${hours} ore`
}

function spanEn(minutes: number): string {
  if (minutes < 60) return minutes === 1 ? 'a minute' : `${minutes} minutes`
  const hours = Math.floor(minutes / 60)
  return hours === 1 ? 'an hour' : `${hours} hours`
}

export const messages: Record<Locale, Messages> = { it, en }
