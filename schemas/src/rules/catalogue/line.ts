import type { MethodResult } from '../../bss/index.ts'
import type { Fact } from '../types.ts'
import { fromBss, group, option, textOf, type CatalogueEntry } from './define.ts'

type Line = MethodResult<'lines'>[number]
type Counter = MethodResult<'usage'>['counters'][number]

/** The line the home is about, and how many there are. */
const lineAttributes = group({ it: 'Linea', en: 'Line' }, [
  fromLine({
    name: 'line.kind',
    type: 'string',
    label: { it: 'Tipo di linea', en: 'Line type' },
    options: [
      option('voice', 'Voce', 'Voice', { it: 'voce', en: 'a voice line' }),
      option('data', 'Dati', 'Data', { it: 'solo dati', en: 'a data line' }),
    ],
    wording: { noun: { it: 'la linea', en: 'the line' } },
    read: (line) => line.kind,
  }),
  fromLine({
    name: 'line.device',
    type: 'string',
    label: { it: 'Dispositivo della linea', en: 'Device of the line' },
    options: [
      option('smartphone', 'Smartphone', 'Smartphone', { it: 'uno smartphone', en: 'a smartphone' }),
      option('tablet', 'Tablet', 'Tablet', { it: 'un tablet', en: 'a tablet' }),
      option('router', 'Router', 'Router', { it: 'un router', en: 'a router' }),
    ],
    wording: { noun: { it: 'il dispositivo della linea', en: 'the device of the line' } },
    read: (line) => line.device,
  }),
  fromLine({
    name: 'line.status',
    type: 'string',
    label: { it: 'Stato della linea', en: 'Line status' },
    options: [
      option('active', 'Attiva', 'Active'),
      option('suspended', 'Sospesa', 'Suspended'),
      option('pending', 'In attivazione', 'Being activated'),
      option('terminated', 'Cessata', 'Terminated'),
    ],
    wording: { noun: { it: 'la linea', en: 'the line' } },
    read: (line) => line.status,
  }),
  fromLine({
    name: 'line.payment',
    type: 'string',
    label: { it: 'Pagamento', en: 'Payment' },
    options: [
      option('prepaid', 'Ricaricabile', 'Prepaid'),
      option('postpaid', 'Abbonamento', 'Postpaid', { it: 'in abbonamento', en: 'postpaid' }),
      option('hybrid', 'Ibrida', 'Hybrid'),
    ],
    wording: { noun: { it: 'la linea', en: 'the line' } },
    read: (line) => line.payment,
  }),
  fromLine({
    name: 'line.planName',
    type: 'string',
    label: { it: 'Nome del piano', en: 'Plan name' },
    wording: { noun: { it: 'il nome del piano', en: 'the plan name' } },
    read: (line) => textOf(line.planName),
  }),
  fromLine({
    name: 'line.planType',
    type: 'string',
    label: { it: 'Tipo di piano', en: 'Plan type' },
    options: [
      option('allInclusive', 'Tutto incluso', 'All-inclusive', { it: 'tutto incluso', en: 'all-inclusive' }),
      option('base', 'Base', 'Base', { it: 'a consumo', en: 'pay as you go' }),
    ],
    wording: { noun: { it: 'il piano', en: 'the plan' } },
    read: (line) => line.planType,
  }),
  fromLine({
    name: 'line.activatedOn',
    type: 'date',
    label: { it: 'Attivazione', en: 'Activation' },
    wording: { noun: { it: 'l’attivazione', en: 'the activation' }, verb: { it: 'è avvenuta', en: 'happened' } },
    read: (line) => line.activatedOn ?? null,
  }),
  fromLine({
    name: 'line.renewsOn',
    type: 'date',
    label: { it: 'Rinnovo', en: 'Renewal' },
    wording: { noun: { it: 'il rinnovo', en: 'the renewal' }, verb: { it: 'è previsto', en: 'is due' } },
    read: (line) => line.renewsOn ?? null,
  }),
  fromLine({
    name: 'line.renewalPrice',
    type: 'money',
    label: { it: 'Costo del rinnovo', en: 'Renewal price' },
    wording: { noun: { it: 'il costo del rinnovo', en: 'the renewal price' } },
    read: (line) => line.renewalPrice?.minor ?? null,
  }),
  fromLine({
    name: 'line.options',
    type: 'set',
    label: { it: 'Opzioni attive', en: 'Active options' },
    wording: { noun: { it: 'l’elenco delle opzioni attive', en: 'the list of active options' } },
    read: (line) => line.options,
  }),
  fromBss('lines', {
    name: 'lines.count',
    type: 'number',
    label: { it: 'Numero di linee', en: 'Number of lines' },
    wording: { noun: { it: 'il numero di linee', en: 'the number of lines' } },
    read: (lines) => lines.filter((line) => line.status !== 'terminated').length,
  }),
])

/** The credit of the line, and what is left of what the plan includes. */
const consumptionAttributes = group({ it: 'Credito e consumi', en: 'Credit and usage' }, [
  fromBss('balance', {
    name: 'balance.amount',
    type: 'money',
    label: { it: 'Credito residuo', en: 'Remaining credit' },
    wording: { noun: { it: 'il credito residuo', en: 'the remaining credit' } },
    read: (balance) => balance.amount?.minor ?? null,
  }),
  fromBss('balance', {
    name: 'balance.expiresOn',
    type: 'date',
    label: { it: 'Scadenza del credito', en: 'Credit expiry' },
    wording: { noun: { it: 'la scadenza del credito', en: 'the credit expiry' }, verb: { it: 'è prevista', en: 'is due' } },
    read: (balance) => balance.expiresOn ?? null,
  }),
  fromBss('usage', {
    name: 'usage.data.remainingMb',
    type: 'number',
    label: { it: 'Dati rimasti', en: 'Data left' },
    unit: { it: 'MB', en: 'MB' },
    wording: { noun: { it: 'il traffico dati rimasto', en: 'the data left' } },
    read: ({ counters }) => remaining(counters, 'data')?.amount ?? null,
  }),
  fromBss('usage', {
    name: 'usage.data.remainingPercent',
    type: 'number',
    label: { it: 'Dati rimasti in percentuale', en: 'Data left, percentage' },
    unit: { it: '%', en: '%' },
    wording: { noun: { it: 'la percentuale di dati rimasta', en: 'the percentage of data left' } },
    read: ({ counters }) => remaining(counters, 'data')?.percent ?? null,
  }),
  fromBss('usage', {
    name: 'usage.data.isUnlimited',
    type: 'boolean',
    label: { it: 'Dati illimitati', en: 'Unlimited data' },
    wording: {
      noun: { it: 'i dati illimitati', en: 'unlimited data' },
      whenTrue: { it: 'i dati sono illimitati', en: 'data is unlimited' },
      whenFalse: { it: 'i dati non sono illimitati', en: 'data is not unlimited' },
    },
    read: ({ counters }) => isUnlimited(counters, 'data'),
  }),
  fromBss('usage', {
    name: 'usage.voice.remainingMinutes',
    type: 'number',
    label: { it: 'Minuti rimasti', en: 'Minutes left' },
    unit: { it: 'minuti', en: 'minutes' },
    wording: { noun: { it: 'il traffico voce rimasto', en: 'the voice allowance left' } },
    read: ({ counters }) => remaining(counters, 'voice')?.amount ?? null,
  }),
  fromBss('usage', {
    name: 'usage.voice.remainingPercent',
    type: 'number',
    label: { it: 'Minuti rimasti in percentuale', en: 'Minutes left, percentage' },
    unit: { it: '%', en: '%' },
    wording: { noun: { it: 'la percentuale di minuti rimasta', en: 'the percentage of minutes left' } },
    read: ({ counters }) => remaining(counters, 'voice')?.percent ?? null,
  }),
])

/** Everything about one line. */
export const lineAndUsageAttributes: readonly CatalogueEntry[] = [...lineAttributes, ...consumptionAttributes]

/**
 * An attribute of the line the home is about: known to be empty for a customer without lines, not known when the line is not
 * among his.
 */
function fromLine({ read, ...own }: Omit<Parameters<typeof fromBss<'lines'>>[1], 'read'> & { read: (line: Line) => Fact }) {
  return fromBss('lines', {
    ...own,
    read: (lines, { lineId }) => {
      const line = lines.find(({ id }) => id === lineId)
      if (line) return read(line)
      return lines.length === 0 ? null : undefined
    },
  })
}

/** What is left over all counters of a type, percent rounded down; `undefined` when there is none, or one has no end. */
function remaining(counters: readonly Counter[], type: Counter['type']): { amount: number; percent: number } | undefined {
  const own = atHome(counters, type)
  let left = 0
  let whole = 0
  for (const { total, used } of own) {
    if (total === undefined) return undefined
    left += Math.max(0, total - used)
    whole += total
  }
  if (own.length === 0) return undefined
  return { amount: left, percent: whole === 0 ? 0 : Math.floor((left / whole) * 100) }
}

function isUnlimited(counters: readonly Counter[], type: Counter['type']): boolean | null {
  const own = atHome(counters, type)
  return own.length === 0 ? null : own.some(({ total }) => total === undefined)
}

/** What is for use abroad helps nobody who runs out at home. */
function atHome(counters: readonly Counter[], type: Counter['type']): readonly Counter[] {
  return counters.filter((counter) => counter.type === type && counter.isRoaming !== true)
}
