import type { Locale } from '@mosaic/schemas/text'

/** The texts of booking a call-back at the desk. */
type Messages = typeof it

const it = {
  begin: 'Prenota una richiamata',
  title: 'Prenota una richiamata',
  topic: 'Di che cosa si tratta?',
  topicNeeded: 'Scrivi di che cosa si tratta: chi richiama lo legge.',
  day: 'Giorno',
  time: 'Ora',
  today: 'Oggi',
  tomorrow: 'Domani',
  book: 'Prenota',
  booking: 'Un momento…',
  leave: 'Lascia stare',
  none: 'Nei prossimi giorni non c’è un orario libero.',
  timesFailed: 'Gli orari non si sono caricati.',
  booked: (day: string, from: string, until: string) => `Prenotata: ${day}, tra le ${from} e le ${until}.`,
  full: 'Questo orario è appena stato preso.',
  closed: 'A quest’ora non si può più richiamare.',
  next: (times: string) => `I prossimi liberi: ${times}.`,
  enough: 'Per quel giorno ha già abbastanza richiamate: scegli un altro giorno.',
  unknown: 'Non sappiamo se è prenotata. Riprova: non verrà chiamato due volte.',
}

const en: Messages = {
  begin: 'Book a call-back',
  title: 'Book a call-back',
  topic: 'What is it about?',
  topicNeeded: 'Write what it is about: whoever calls reads it.',
  day: 'Day',
  time: 'Time',
  today: 'Today',
  tomorrow: 'Tomorrow',
  book: 'Book',
  booking: 'One moment…',
  leave: 'Leave it',
  none: 'There is no free time in the next days.',
  timesFailed: 'The times have not loaded.',
  booked: (day, from, until) => `Booked: ${day}, between ${from} and ${until}.`,
  full: 'This time has just been taken.',
  closed: 'Nobody can call at this time any more.',
  next: (times) => `The next free ones: ${times}.`,
  enough: 'This customer has enough call-backs on that day: choose another day.',
  unknown: 'We do not know whether it is booked. Try again: nobody is called twice.',
}

export const messages: Record<Locale, Messages> = { it, en }
