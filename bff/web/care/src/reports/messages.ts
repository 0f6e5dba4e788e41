import type { Locale } from '@mosaic/schemas/text'
import type { Counts } from './rows.ts'

type Messages = typeof it
export type Grouping = 'target' | 'day' | 'agent' | 'cluster'

const it = {
  title: 'Andamento',
  lead: 'Che cosa è successo ai link inviati ai clienti.',
  from: 'Dal',
  to: 'Al',
  by: 'Per',
  bys: { target: 'Destinazione', day: 'Giorno', agent: 'Operatore', cluster: 'Gruppo' } satisfies Record<Grouping, string> as Readonly<
    Record<Grouping, string>
  >,
  counts: {
    sent: 'Inviati',
    delivered: 'Consegnati',
    opened: 'Aperti',
    completed: 'Completati',
    stuck: 'Bloccati',
    avoided: 'Chiamate evitate',
  } satisfies Record<keyof Counts, string> as Readonly<Record<keyof Counts, string>>,
  total: 'Totale',
  ofSent: (percent: number) => `${percent}% degli inviati`,
  avoidedMeans:
    'Una chiamata è evitata quando il cliente completa quello per cui ha ricevuto il link e nelle 24 ore dopo non ci ricontatta.',
  none: 'In questi giorni non è stato inviato nessun link.',
  failed: 'I numeri non sono arrivati.',
  wrongOrder: 'Il primo giorno viene dopo l’ultimo.',
  tooLong: (days: number) => `Si guardano al massimo ${days} giorni alla volta.`,
  download: 'Scarica CSV',
  file: (from: string, to: string) => `link-dal-${from}-al-${to}.csv`,
  chart: 'Inviati e completati',
  loadTitle: 'Richiamate prenotate',
  loadToday: 'Oggi',
  loadTomorrow: 'Domani',
  loadOf: (booked: number, capacity: number) => `${booked} di ${capacity}`,
  loadNone: 'Nei prossimi giorni non sono previsti orari per richiamare.',
  loadFailed: 'Le richiamate prenotate non si sono caricate.',
}

const en: Messages = {
  title: 'Trends',
  lead: 'What became of the links sent to customers.',
  from: 'From',
  to: 'To',
  by: 'By',
  bys: { target: 'Destination', day: 'Day', agent: 'Agent', cluster: 'Group' },
  counts: { sent: 'Sent', delivered: 'Delivered', opened: 'Opened', completed: 'Completed', stuck: 'Stuck', avoided: 'Calls avoided' },
  total: 'Total',
  ofSent: (percent) => `${percent}% of those sent`,
  avoidedMeans: 'A call is avoided when the customer completes what the link was for, and does not contact us again in the 24 hours after.',
  none: 'No link was sent in these days.',
  failed: 'The figures did not arrive.',
  wrongOrder: 'The first day comes after the last.',
  tooLong: (days) => `One looks at ${days} days at most.`,
  download: 'Download CSV',
  file: (from, to) => `links-from-${from}-to-${to}.csv`,
  chart: 'Sent and completed',
  loadTitle: 'Call-backs booked',
  loadToday: 'Today',
  loadTomorrow: 'Tomorrow',
  loadOf: (booked, capacity) => `${booked} of ${capacity}`,
  loadNone: 'There are no hours for calling back in the next days.',
  loadFailed: 'The call-backs booked have not loaded.',
}

export const messages: Record<Locale, Messages> = { it, en }
