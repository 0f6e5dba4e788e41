import { methods, type MethodName, type Policy } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Field, NumberField, SelectField } from 'payload'
import { boundsIssue, boundsOf, policyIssues } from '../../publisher/checks/policies.ts'
import { adaptiveChoices, policyChoices, policyNames } from '../../publisher/policy-words.ts'
import { policyChangesOf } from '../../reader/policy-row.ts'

/** In the list, the value that holds. */
const Cell = '/admin/policy/policy-cell#PolicyCell'

/**
 * A policy, for a person from operations: what is left empty is the method's factory value, which the form shows in its place. So choosing another
 * method writes over nothing, and a later version of Mosaic may know better.
 */
export const policyFields: Field[] = [
  group(
    { it: 'Chiamate: quante insieme, e quanto si aspetta', en: 'Calls: how many at a time, and how long they are waited for' },
    number('readTimeoutMs', {
      it: 'Per un tentativo, dalla connessione all’ultimo byte.',
      en: 'For one attempt, from the connection to the last byte.',
    }),
    number('connectionWaitMs', {
      it: 'Quando le chiamate possibili sono tutte in corso. Poi il cliente riceve la cache, o un errore chiaro.',
      en: 'While all the calls there may be are under way. After that the customer gets the cached value, or a clear error.',
    }),
    number('poolSize', {
      it: 'Al più, per ogni istanza. Protegge il sistema: il resto aspetta.',
      en: 'At most, per instance. Protects the system: the rest waits.',
    }),
    choice('adaptive', adaptiveChoices, {
      it: 'Sì: Mosaic ne fa meno quando il sistema rallenta.',
      en: 'Yes: Mosaic makes fewer when the system slows down.',
    }),
  ),
  group(
    { it: 'Ripetizioni: quando una lettura non riesce, o tarda', en: 'Repeating: when a read fails, or is late' },
    number('retries', {
      it: 'Solo per errori che possono passare. Mai per ciò che cambia qualcosa.',
      en: 'Only after failures that may pass. Never for what changes something.',
    }),
    number('retryWaitMs', {
      it: 'La più lunga prima del primo nuovo tentativo; poi raddoppia. Ogni volta se ne aspetta una parte a caso.',
      en: 'The longest before the first retry; it doubles after that. Each time a random part of it is waited.',
    }),
    number('retryBudgetPercent', {
      it: 'Al più, sul totale delle chiamate: se tutto è fermo, non si insiste.',
      en: 'At most, of all calls: when everything is down, nobody insists.',
    }),
    number('hedgeAfterMs', {
      it: 'Una lettura che tarda si chiede due volte: più veloce, ma più carico. 0 = mai.',
      en: 'A late read is asked twice: faster, but more load. 0 = never.',
    }),
  ),
  group(
    { it: 'Età del dato: quando risponde la cache, quando il sistema', en: 'Age of the value: when the cache answers, when the system' },
    number('t1Ms', { it: 'Fino a questa età risponde la cache.', en: 'Up to this age the cache answers.' }),
    number('t2Ms', {
      it: 'Da questa età in poi il sistema deve rispondere: il dato è troppo vecchio.',
      en: 'From this age on the system must answer: the value is too old.',
    }),
    choice('refresh', policyChoices.refresh, {
      it: 'Se il cliente aspetta il dato nuovo, o lo trova alla volta dopo.',
      en: 'Whether the customer waits for the newer value, or finds it the next time.',
    }),
    number('softWaitMs', {
      it: 'Fra T1 e T2: poi si mostra la cache, e la domanda continua.',
      en: 'Between T1 and T2: after that the cached value is shown, and the question goes on.',
    }),
    choice('staleOn', policyChoices.staleOn, {
      it: 'Per quali errori, fra T1 e T2, vale ancora il dato di prima.',
      en: 'For which failures, between T1 and T2, the value from before still holds.',
    }),
    number('failureMemoryMs', {
      it: 'Chi chiede la stessa cosa in questo tempo riceve lo stesso esito, senza una nuova chiamata.',
      en: 'Whoever asks the same within this time gets the same outcome, without a new call.',
    }),
  ),
  group(
    { it: 'Circuito: quando il sistema va lasciato in pace', en: 'Circuit: when the system is to be left alone' },
    number('circuitFailurePercent', {
      it: 'Con tante chiamate fallite, per un poco non se ne fanno: il sistema può riprendersi. 0 = mai.',
      en: 'With so many failed calls none are made for a while: the system can recover. 0 = never.',
    }),
    number('circuitMinimumCalls', { it: 'Con meno chiamate non si giudica.', en: 'With fewer calls nothing is judged.' }),
    number('circuitOpenMs', { it: 'Poi una sola chiamata prova se va di nuovo.', en: 'Then one call tries whether it works again.' }),
  ),
  group(
    { it: 'Condivisione: chi riceve la risposta di una stessa chiamata', en: 'Sharing: who gets the answer of one and the same call' },
    choice('coalesce', policyChoices.coalesce, {
      it: 'Domande uguali nello stesso momento diventano una sola chiamata.',
      en: 'Equal questions at the same moment become one call.',
    }),
    choice(
      'keyParams',
      policyChoices.keyParams,
      {
        it: 'Solo se il sistema risponde in modo diverso a seconda di questi: ogni valore avrà la sua chiamata.',
        en: 'Only where the system answers differently by these: each value then has a call of its own.',
      },
      true,
    ),
  ),
]

/** Fields side by side, in rows of two or three that come out even. */
function group(label: TwoLanguages, ...fields: (NumberField | SelectField)[]): Field {
  const width = fields.length % 3 === 0 ? '33%' : '50%'
  return {
    type: 'collapsible',
    label,
    fields: [{ type: 'row', fields: fields.map((field) => ({ ...field, admin: { ...field.admin, width } }) as Field) }],
  }
}

function number(name: keyof Policy, description: TwoLanguages): NumberField {
  const { minimum, maximum } = boundsOf(name)
  return {
    name,
    type: 'number',
    min: minimum,
    max: maximum,
    label: labelOf(name),
    validate: (value: unknown, context: Context) => validNumber(name, value, context),
    admin: {
      step: 1,
      description,
      components: {
        Field: '/admin/policy/policy-fields#PolicyNumber',
        // How long it is, its factory value, and what is wrong with it.
        afterInput: ['/admin/policy/policy-hint#PolicyHint'],
        Cell,
      },
    },
  }
}

function choice(name: keyof Policy, choices: Record<string, TwoLanguages>, description: TwoLanguages, hasMany = false): SelectField {
  return {
    name,
    type: 'select',
    hasMany,
    options: Object.entries(choices).map(([value, { it, en }]) => ({ value, label: { it: capital(it), en: capital(en) } })),
    label: labelOf(name),
    admin: {
      description,
      components: { Field: `/admin/policy/policy-fields#${hasMany ? 'PolicyParams' : 'PolicyChoice'}`, Cell },
    },
  }
}

/** What the form knows of the document when it checks one number. */
type Context = { siblingData: Partial<Record<string, unknown>>; req: { i18n: { language: string } } }

/** Says what the publish checks will say, where it can be mended. */
function validNumber(name: keyof Policy, value: unknown, { siblingData, req }: Context): string | true {
  const language = req.i18n.language === 'it' ? 'it' : 'en'
  if (value === undefined || value === null) return true
  const outside = boundsIssue(name, value)
  if (outside) return outside[language]
  const { method } = siblingData
  if (typeof method !== 'string' || !Object.hasOwn(methods, method)) return true
  const issues = policyIssues(method as MethodName, policyChangesOf({ ...siblingData, [name]: value }))
  return issues.find(({ severity, field }) => severity === 'error' && field === name)?.message[language] ?? true
}

function labelOf(name: keyof Policy): TwoLanguages {
  const unit = name.endsWith('Ms') ? ' (ms)' : name.endsWith('Percent') ? ' (%)' : ''
  const { it, en } = policyNames[name]
  return { it: capital(it) + unit, en: capital(en) + unit }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
