import type { Trigger } from '@mosaic/schemas/release'
import type { RuleGroup } from '@mosaic/schemas/rules'
import { all, any, rule } from './rules.ts'

const consumer = rule('customer.segment', '=', 'consumer')
const business = rule('customer.segment', '=', 'business')
const isNew = rule('line.activatedOn', 'withinLast', { amount: 30, unit: 'days' })
const prepaid = rule('line.payment', '=', 'prepaid')
const postpaid = rule('line.payment', '=', 'postpaid')
const allInclusive = rule('line.planType', '=', 'allInclusive')

/** Which customers belong to a cluster. */
export const audiences = {
  inDebt: trigger('in-debt', 'Cliente con importi scaduti', all(rule('account.isInDebt', '=', true))),
  suspended: trigger('suspended', 'Linea sospesa', all(rule('line.status', '=', 'suspended'))),
  newPrepaid: trigger('new-prepaid', 'Nuova linea ricaricabile (30 giorni)', all(prepaid, isNew)),
  newPostpaid: trigger('new-postpaid', 'Nuova linea in abbonamento (30 giorni)', all(postpaid, isNew)),
  businessFleet: trigger('business-fleet', 'Azienda con almeno 5 linee', all(business, rule('lines.count', '>=', 5))),
  businessTabletData: trigger('business-tablet-data', 'Azienda, linea dati', all(business, rule('line.kind', '=', 'data'))),
  businessVoice: trigger('business-voice', 'Azienda, linea voce', all(business, rule('line.kind', '=', 'voice'))),
  invoiceIssued: trigger(
    'invoice-issued',
    'Fattura emessa negli ultimi 7 giorni',
    all(rule('bill.latest.issuedOn', 'withinLast', { amount: 7, unit: 'days' })),
  ),
  lowCredit: trigger('low-credit', 'Ricaricabile con meno di 5 € di credito', all(prepaid, rule('balance.amount', '<', 500))),
  consumerTablet: trigger(
    'consumer-tablet',
    'Privato, linea dati su tablet',
    all(consumer, rule('line.kind', '=', 'data'), rule('line.device', '=', 'tablet')),
  ),
  consumerRouter: trigger(
    'consumer-router',
    'Privato, linea dati su router',
    all(consumer, rule('line.kind', '=', 'data'), rule('line.device', '=', 'router')),
  ),
  hybrid: trigger('hybrid', 'Linea ibrida', all(rule('line.payment', '=', 'hybrid'))),
  inclusivePostpaid: trigger('inclusive-postpaid', 'Abbonamento tutto incluso', all(postpaid, allInclusive)),
  inclusivePrepaid: trigger('inclusive-prepaid', 'Ricaricabile tutto incluso', all(prepaid, allInclusive)),
  basePostpaid: trigger('base-postpaid', 'Abbonamento a consumo', all(postpaid, rule('line.planType', '=', 'base'))),
} satisfies Record<string, Trigger>

/** When a content is worth showing, whatever the cluster: reusable by editors. */
export const occasions = {
  newCustomer: trigger('new-customer', 'Nuovo cliente (30 giorni)', all(isNew)),
  billDueSoon: trigger(
    'bill-due-soon',
    'Fattura in scadenza entro 5 giorni',
    all(rule('bill.latest.state', '=', 'issued'), rule('bill.latest.dueOn', 'withinNext', { amount: 5, unit: 'days' })),
  ),
  autopayOff: trigger('autopay-off', 'Pagamento automatico non attivo', all(rule('account.autopay', '=', false))),
  creditExpiring: trigger(
    'credit-expiring',
    'Credito in scadenza entro 15 giorni',
    all(rule('balance.expiresOn', 'withinNext', { amount: 15, unit: 'days' })),
  ),
  renewalSoon: trigger('renewal-soon', 'Rinnovo entro 3 giorni', all(rule('line.renewsOn', 'withinNext', { amount: 3, unit: 'days' }))),
  dataNearlyUsedUp: trigger('data-nearly-used-up', 'Giga quasi finiti (20% o meno)', all(rule('usage.data.remainingPercent', '<=', 20))),
  voiceNearlyUsedUp: trigger(
    'voice-nearly-used-up',
    'Minuti quasi finiti (20% o meno)',
    all(rule('usage.voice.remainingPercent', '<=', 20)),
  ),
  evening: trigger('evening', 'Sera (18:30–23:59)', all(rule('now.timeOfDay', 'between', ['18:30', '23:59']))),
  weekend: trigger('weekend', 'Fine settimana', all(rule('now.dayOfWeek', 'in', ['sat', 'sun']))),
  birthday: trigger('birthday', 'Compleanno', all(rule('party.isBirthday', '=', true))),
  severalLines: trigger('several-lines', 'Almeno 2 linee', all(rule('lines.count', '>=', 2))),
  singleLine: trigger('single-line', 'Una sola linea', all(rule('lines.count', '=', 1))),
  withoutSecurity: trigger('without-security', 'Senza Navigazione Sicura', all(rule('line.options', 'doesNotContain', 'OPT-SICURA'))),
  withoutRoaming: trigger('without-roaming', 'Senza Europa Plus', all(rule('line.options', 'doesNotContain', 'OPT-EUROPA'))),
  payAsYouGoPrepaid: trigger('pay-as-you-go-prepaid', 'Ricaricabile a consumo', all(prepaid, rule('line.planType', '=', 'base'))),
  payAsYouGo: trigger('pay-as-you-go', 'Piano a consumo', all(rule('line.planType', '=', 'base'))),
  countedMinutes: trigger('counted-minutes', 'Minuti contati', all(rule('usage.voice.remainingPercent', '>=', 0))),
  billed: trigger('billed', 'Linea con fattura', any(postpaid, rule('line.payment', '=', 'hybrid'))),
  prepaidOrHybrid: trigger('prepaid-or-hybrid', 'Linea con credito', any(prepaid, rule('line.payment', '=', 'hybrid'))),
} satisfies Record<string, Trigger>

/** What guides find out by themselves. */
export const checks = {
  suspended: audiences.suspended,
  outage: trigger('outage-known', 'Guasto in corso nella zona', all(rule('outage.isKnown', '=', true))),
  works: trigger('works-today', 'Lavori oggi nella zona', all(rule('outage.isPlanned', '=', true))),
  simBlocked: trigger('sim-blocked', 'SIM bloccata', all(rule('sim.state', '=', 'blocked'))),
  orderUnderWay: trigger('order-under-way', 'Ordine in corso sulla linea', all(rule('orders.pending', '>=', 1))),
  reported: trigger('reported-already', 'Segnalazione già aperta', all(rule('tickets.open', '>=', 1))),
} satisfies Record<string, Trigger>

export const triggers: Trigger[] = [...new Set([...Object.values(audiences), ...Object.values(occasions), ...Object.values(checks)])]

function trigger(id: string, name: string, tree: RuleGroup): Trigger {
  return { id, name, rule: tree }
}
