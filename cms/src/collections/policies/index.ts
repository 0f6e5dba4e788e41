import { methodNames, type MethodName } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { CollectionConfig } from 'payload'
import { brandField } from '../../fields/identity.ts'
import { drafted } from '../drafted.ts'
import { groups } from '../groups.ts'
import { policyFields } from './fields.ts'

const methodLabels: Record<MethodName, TwoLanguages> = {
  customer: { it: 'Anagrafica cliente', en: 'Customer' },
  party: { it: 'Persona o azienda', en: 'Party' },
  lines: { it: 'Linee', en: 'Lines' },
  account: { it: 'Conto di fatturazione', en: 'Billing account' },
  bills: { it: 'Fatture', en: 'Bills' },
  balance: { it: 'Credito', en: 'Balance' },
  usage: { it: 'Consumi', en: 'Usage' },
  offers: { it: 'Offerte', en: 'Offers' },
  outages: { it: 'Guasti e lavori di rete', en: 'Network faults and works' },
  appointments: { it: 'Appuntamenti', en: 'Appointments' },
  callbackSlots: { it: 'Orari liberi per essere richiamati', en: 'Free call-back times' },
  sim: { it: 'SIM della linea', en: 'SIM of the line' },
  simSecrets: { it: 'PUK della SIM', en: 'PUK of the SIM' },
  stores: { it: 'Negozi', en: 'Shops' },
  tickets: { it: 'Segnalazioni', en: 'Tickets' },
  recommendations: { it: 'Offerte consigliate', en: 'Recommended offers' },
  eligibility: { it: 'Offerte possibili per la linea', en: 'Offers a line can have' },
  rewards: { it: 'Punti e premi', en: 'Points and rewards' },
  overview: { it: 'Tutte le linee insieme', en: 'All lines at once' },
  charges: { it: 'Addebiti da fatturare', en: 'Charges to be billed' },
  usageHistory: { it: 'Consumi dei mesi passati', en: 'Usage of past months' },
  usageEvents: { it: 'Chiamate e connessioni del periodo', en: 'Calls and data sessions of the period' },
  spendingLimit: { it: 'Limite di spesa', en: 'Spending limit' },
  paymentMethods: { it: 'Metodi di pagamento', en: 'Payment methods' },
  payments: { it: 'Pagamenti', en: 'Payments' },
  products: { it: 'Opzioni e servizi della linea', en: 'Options and services of a line' },
  plan: { it: 'Piano della linea', en: 'Plan of a line' },
  orders: { it: 'Ordini', en: 'Orders' },
  topUps: { it: 'Ricariche recenti e automatiche', en: 'Recent and automatic top-ups' },
  interactions: { it: 'Avvisi già chiusi', en: 'Alerts dismissed already' },
  topUp: { it: 'Ricarica', en: 'Top-up' },
  transferCredit: { it: 'Trasferimento di credito', en: 'Transfer of credit' },
  autoTopUp: { it: 'Ricarica automatica', en: 'Automatic top-up' },
  switchOption: { it: 'Attivazione o disattivazione di un’opzione', en: 'Option on or off' },
  buyOffer: { it: 'Acquisto di un’offerta', en: 'Purchase of an offer' },
  payBill: { it: 'Pagamento di una fattura', en: 'Payment of a bill' },
  bookCallback: { it: 'Prenotazione di una richiamata', en: 'Booking of a call-back' },
  dismissAlert: { it: 'Avviso chiuso dal cliente', en: 'Alert dismissed' },
  answerSurvey: { it: 'Risposta a un sondaggio', en: 'Survey answered' },
  replaceSim: { it: 'Sostituzione della SIM', en: 'Replacement of the SIM' },
  moveAppointment: { it: 'Spostamento di un appuntamento', en: 'Appointment moved' },
  recordContact: { it: 'Contatto con l’assistenza', en: 'Talk with care' },
  openTicket: { it: 'Apertura di una segnalazione', en: 'Ticket opened' },
}

/** How one BSS method is called and cached, for a brand. A method without one follows its contract. */
export const PolicyCollection: CollectionConfig = drafted(
  {
    slug: 'policies',
    labels: { singular: { it: 'Regola di chiamata', en: 'Call policy' }, plural: { it: 'Regole di chiamata', en: 'Call policies' } },
    admin: {
      useAsTitle: 'method',
      // One page for all: there is one for each method at most.
      pagination: { defaultLimit: 100 },
      defaultColumns: ['method', 'readTimeoutMs', 't1Ms', 't2Ms', 'live'],
      group: groups.operations,
      description: {
        it: 'Come Mosaic chiama i sistemi dell’operatore. Ciò che resta vuoto, e un metodo senza regola, segue i valori di fabbrica.',
        en: 'How Mosaic calls the operator’s systems. What is left empty, and a method without a policy, follows its factory values.',
      },
    },
    fields: [
      {
        name: 'method',
        type: 'select',
        required: true,
        options: methodNames.map((value) => ({ value, label: methodLabels[value] })),
        label: { it: 'Metodo', en: 'Method' },
      },
      ...policyFields,
      {
        name: 'effect',
        type: 'ui',
        label: { it: 'Effetto', en: 'Effect' },
        admin: { position: 'sidebar', disableListColumn: true, components: { Field: '/admin/policy/effect-field#EffectField' } },
      },
      brandField,
    ],
  },
  'operations',
)
