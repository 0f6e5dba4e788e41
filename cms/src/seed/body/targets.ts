import type { Content, Target, TargetKind, Trigger } from '@mosaic/schemas/release'
import type { LocalizedText } from '@mosaic/schemas/text'
import { actions } from './contents/actions.ts'
import { care } from './contents/care.ts'
import { help } from './contents/help.ts'
import { money } from './contents/money.ts'
import { plan } from './contents/plan.ts'
import type { LandingId } from './define.ts'
import { occasions } from './triggers.ts'

/** What every link comes with. It says nothing about the customer: a telephone shows it to whoever looks at it. */
const sms: LocalizedText = {
  it: "Aurora: la pagina di cui parliamo {link} Codice {code}. Vale 15 minuti. La trovi anche nell'app, in Assistenza.",
  en: 'Aurora: the page we are talking about {link} Code {code}. Good for 15 minutes. Also in the app, under Help.',
}

/** The places that the demo's agents, voice menus and guides send customers to, with what customers say when they need them. */
export const targets: Target[] = [
  onPage('bill-explained', 'bill', 'bill', care.bill, {
    name: 'Spiegazione della fattura',
    title: { it: 'La tua fattura, spiegata', en: 'Your bill, explained' },
    words: ['fattura alta', 'perché pago di più', 'bolletta', 'non capisco la fattura', 'high bill', 'why so much', 'bill explanation'],
    trigger: occasions.billed,
  }),
  onPage('pay-bill', 'payment', 'bill', money.paymentDue, {
    name: 'Paga la fattura',
    title: { it: 'Paga la fattura', en: 'Pay your bill' },
    words: ['pagare la bolletta', 'fattura scaduta', 'sollecito', 'pay a bill', 'overdue', 'reminder'],
    trigger: occasions.billed,
  }),
  onPage('past-bills', 'widget', 'bill', money.bills, {
    name: 'Fatture passate',
    title: { it: 'Le fatture passate', en: 'Past bills' },
    words: ['copia della fattura', 'scaricare la fattura', 'vecchie fatture', 'copy of a bill', 'old invoices', 'download a bill'],
    trigger: occasions.billed,
  }),
  onPage('charges-this-month', 'widget', 'bill', money.charges, {
    name: 'Addebiti di questo mese',
    title: { it: 'Gli addebiti di questo mese', en: 'This month’s charges' },
    words: ['quanto spendo', 'costi extra', 'addebito sconosciuto', 'how much so far', 'extra costs', 'unknown charge'],
    trigger: occasions.billed,
  }),
  onPage('top-up', 'payment', 'top-up', care.topUpNow, {
    name: 'Ricarica',
    title: { it: 'Ricarica il credito', en: 'Top up your credit' },
    words: ['credito finito', 'senza credito', 'ricaricare il telefono', 'out of credit', 'add credit'],
    trigger: occasions.prepaidOrHybrid,
  }),
  onPage('auto-top-up', 'widget', 'top-up', actions.autoTopUp, {
    name: 'Ricarica automatica',
    title: { it: 'La ricarica automatica', en: 'Automatic top-up' },
    words: ['ricarica ogni mese', 'resto sempre senza credito', 'top up every month', 'automatic'],
    trigger: occasions.prepaidOrHybrid,
  }),
  page('data-used-up', 'extra-data', {
    name: 'Giga finiti',
    title: { it: 'I tuoi giga', en: 'Your data' },
    words: ['internet lento', 'giga esauriti', 'non navigo', 'slow internet', 'out of data', 'more data'],
  }),
  page('abroad', 'roaming', {
    name: 'Estero',
    title: { it: 'Il telefono all’estero', en: 'Your phone abroad' },
    words: ['non navigo all’estero', 'roaming', 'viaggio fuori Europa', 'no internet abroad', 'travelling'],
  }),
  onPage('option-off', 'option', 'plan', plan.options, {
    name: 'Disattiva un’opzione',
    title: { it: 'Le tue opzioni', en: 'Your options' },
    words: ['abbonamento non richiesto', 'servizi a pagamento', 'togliere un’opzione', 'unwanted subscription', 'cancel an option'],
  }),
  onPage('option-on', 'option', 'plan', plan.addOptions, {
    name: 'Attiva un’opzione',
    title: { it: 'Le opzioni che puoi aggiungere', en: 'Options you can add' },
    words: ['aggiungere minuti', 'attivare una promozione', 'add an option', 'more minutes'],
  }),
  page('my-plan', 'plan', {
    name: 'Il mio piano',
    title: { it: 'Il tuo piano', en: 'Your plan' },
    words: ['che tariffa ho', 'che cosa comprende la mia offerta', 'quanto costa al mese', 'my plan', 'what is included'],
  }),
  onPage('sim-and-puk', 'widget', 'lines', help.sim, {
    name: 'PUK e SIM',
    title: { it: 'La tua SIM e il PUK', en: 'Your SIM and the PUK' },
    words: ['SIM bloccata', 'ho sbagliato il PIN', 'telefono rubato', 'SIM persa', 'SIM locked', 'wrong PIN', 'stolen phone', 'lost SIM'],
  }),
  onPage('appointment', 'widget', 'help', help.appointmentsToMove, {
    name: 'Appuntamento tecnico',
    title: { it: 'Il tuo appuntamento', en: 'Your appointment' },
    words: ['quando arriva il tecnico', 'spostare la visita', 'when does the technician come', 'move the visit'],
  }),
  target(
    'home-internet',
    'step',
    { guide: 'home-wifi', step: 'outage' },
    {
      name: 'Internet di casa non va',
      title: { it: 'Internet di casa, passo per passo', en: 'Home internet, step by step' },
      words: ['il Wi-Fi non funziona', 'router', 'modem', 'internet di casa', 'Wi-Fi does not work', 'home internet'],
    },
  ),
  page('home-internet-page', 'home-internet', {
    name: 'Consigli per il Wi-Fi di casa',
    title: { it: 'Internet di casa', en: 'Home internet' },
    words: ['dove mettere il router', 'segnale debole in casa', 'where to put the router', 'weak signal at home'],
  }),
]

type Told = { name: string; title: LocalizedText; words: string[]; trigger?: Trigger }

function page(id: string, surface: LandingId, told: Told): Target {
  return target(id, 'surface', { surface }, told)
}

function onPage(id: string, opens: TargetKind, surface: LandingId, content: Content, told: Told): Target {
  return target(id, opens, { surface, content: content.id }, told)
}

function target(
  id: string,
  opens: TargetKind,
  place: Pick<Target, 'surface' | 'content' | 'guide' | 'step'>,
  { trigger, ...told }: Told,
): Target {
  return { id, opens, ...place, ...told, sms, ...(trigger && { trigger: trigger.id }) }
}
