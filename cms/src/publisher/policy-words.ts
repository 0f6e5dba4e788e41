import { methods, type MethodName, type Policy, type PolicyChanges } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'

/* How the parts of a policy are called, and how their values are read: the same words in the form, the checks and the list of changes. */

export const policyNames: Record<keyof Policy, TwoLanguages> = {
  poolSize: { it: 'chiamate alla volta', en: 'calls at a time' },
  adaptive: { it: 'limite che si adatta', en: 'adaptive limit' },
  connectionWaitMs: { it: 'attesa di una connessione', en: 'wait for a connection' },
  readTimeoutMs: { it: 'attesa della risposta', en: 'read timeout' },
  retries: { it: 'nuovi tentativi', en: 'retries' },
  retryWaitMs: { it: 'pausa prima di riprovare', en: 'pause before a retry' },
  retryBudgetPercent: { it: 'quota di tentativi ripetuti', en: 'share of retries' },
  hedgeAfterMs: { it: 'seconda domanda in parallelo dopo', en: 'second question alongside after' },
  t1Ms: { it: 'T1', en: 'T1' },
  t2Ms: { it: 'T2', en: 'T2' },
  refresh: { it: 'fra T1 e T2', en: 'between T1 and T2' },
  softWaitMs: { it: 'attesa del dato nuovo', en: 'wait for the newer value' },
  staleOn: { it: 'la cache supplisce', en: 'the cache stands in' },
  failureMemoryMs: { it: 'un errore vale per tutti per', en: 'a failure stands for everybody for' },
  circuitFailurePercent: { it: 'errori che aprono il circuito', en: 'failures that open the circuit' },
  circuitMinimumCalls: { it: 'chiamate da contare', en: 'calls to count' },
  circuitOpenMs: { it: 'circuito aperto per', en: 'circuit open for' },
  coalesce: { it: 'chi condivide una domanda', en: 'who shares a question' },
  keyParams: { it: 'la risposta dipende anche da', en: 'the answer also depends on' },
}

type Choices<Value> = Value extends string ? Record<Value, TwoLanguages> : never
/** The words of the parts that are chosen from a list. */
export const policyChoices: {
  refresh: Choices<Policy['refresh']>
  staleOn: Choices<Policy['staleOn']>
  coalesce: Choices<Policy['coalesce']>
  keyParams: Choices<Policy['keyParams'][number]>
} = {
  refresh: {
    wait: { it: 'si aspetta il dato nuovo', en: 'wait for the newer value' },
    behind: { it: 'si risponde subito, si aggiorna dietro', en: 'answer at once, refresh behind' },
  },
  staleOn: {
    anyFailure: { it: 'per qualsiasi errore', en: 'for any failure' },
    outage: { it: 'se il sistema non c’è o è lento', en: 'when the system is down or slow' },
    never: { it: 'mai', en: 'never' },
  },
  coalesce: {
    instances: { it: 'tutte le istanze', en: 'all instances' },
    process: { it: 'ogni istanza per sé', en: 'each instance by itself' },
  },
  keyParams: {
    customerId: { it: 'cliente', en: 'customer' },
    partyId: { it: 'persona o azienda', en: 'party' },
    lineId: { it: 'linea', en: 'line' },
  },
}
export const adaptiveChoices = { on: { it: 'sì', en: 'yes' }, off: { it: 'no', en: 'no' } }

/** The parts whose 0 means that it does not happen. */
const neverAtZero: readonly string[] = ['hedgeAfterMs', 'circuitFailurePercent']

/** A value of a part of a policy as people read it: 1500 ms is "1,5 s". Takes any value, also one that does not fit. */
export function policyValue(name: keyof Policy, value: unknown, language: 'it' | 'en'): string {
  if (value === 0 && neverAtZero.includes(name)) return { it: 'mai', en: 'never' }[language]
  if (name === 'keyParams' && Array.isArray(value)) {
    const names = value.map((each) => choiceOf(policyChoices.keyParams, each, language))
    return names.length > 0 ? names.join(', ') : { it: 'nient’altro', en: 'nothing else' }[language]
  }
  if (typeof value === 'number' && name.endsWith('Ms')) return durationIn(language, value)
  if (typeof value === 'number') return numberIn(language, value) + (name.endsWith('Percent') ? ' %' : '')
  if (typeof value === 'boolean') return adaptiveChoices[value ? 'on' : 'off'][language]
  return choiceOf(policyChoices[name as keyof typeof policyChoices] ?? {}, value, language)
}

/** The value of a part in a method's policy; what it leaves out is the contract's, and said to be. */
export function policyValueOrFactory(method: MethodName, changes: PolicyChanges, name: keyof Policy, language: 'it' | 'en'): string {
  if (Object.hasOwn(changes, name)) return policyValue(name, changes[name], language)
  return `${policyValue(name, methods[method].policy[name], language)} (${{ it: 'di fabbrica', en: 'factory' }[language]})`
}

/** How long a number of milliseconds is: 90000 → "1 min e 30 s"; `long` for "1 minuto e 30 secondi". */
export function durationIn(language: 'it' | 'en', ms: number, style: 'short' | 'long' = 'short'): string {
  if (!Number.isFinite(ms) || ms < 0) return '–'
  const whole = Math.round(ms)
  if (whole === 0) return `0 ${{ short: 's', long: { it: 'secondi', en: 'seconds' }[language] }[style]}`
  const parts = {
    days: Math.floor(whole / 86_400_000),
    hours: Math.floor(whole / 3_600_000) % 24,
    minutes: Math.floor(whole / 60_000) % 60,
    seconds: Math.floor(whole / 1_000) % 60,
    milliseconds: whole % 1_000,
  }
  // From a second on, the milliseconds are a fraction of it.
  return new Intl.DurationFormat(language, { style, ...(whole >= 1_000 && { milliseconds: 'numeric' as const }) }).format(parts)
}

/** A number as people read it, to three figures where it has a fraction. */
export function numberIn(language: 'it' | 'en', value: number): string {
  const digits = Math.abs(value) < 100 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 0, useGrouping: 'always' as const }
  return new Intl.NumberFormat(language, digits).format(value)
}

function choiceOf(choices: Record<string, TwoLanguages>, value: unknown, language: 'it' | 'en'): string {
  return typeof value === 'string' && Object.hasOwn(choices, value) ? choices[value]![language] : String(value)
}
