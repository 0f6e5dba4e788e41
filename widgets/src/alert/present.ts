import type { Tone } from '@mosaic/schemas/release'
import { locales } from '@mosaic/schemas/text'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Face, FieldIssue, LeaveOut, PresentInput } from '../definition.ts'
import type { FieldValues } from '../fields.ts'
import { onDate, say, sayText, spoken } from '../say.ts'
import type { ActionView, MoneyView, TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type AlertPayload = {
  subject: Subject
  severity: 'info' | 'success' | 'warning' | 'critical'
  headline: TextView
  body?: TextView | undefined
  amount?: MoneyView | undefined
  date?: string | undefined
  /** Puts the notice away; absent where it may not be. */
  dismiss?: ActionView | undefined
}

type Values = FieldValues<typeof fields>
type Subject = Values['subject']
type Need = 'account' | 'balance' | 'lines' | 'interactions'
type Input = PresentInput<typeof fields, Need>

/** What a subject found: its figures, and its own words for when the editors wrote none. */
type Finding = { headline?: TwoLanguages; body?: TwoLanguages; amount?: MoneyView; date?: string }

/** What each subject asks for; the composer loads only this, so a subject must not look at other data. */
const needsOfSubject: Record<Subject, readonly Need[]> = {
  plain: [],
  overdueBill: ['account'],
  lowCredit: ['balance'],
  renewalShort: ['lines', 'balance'],
}

/** Whether it has been put away is only asked of a notice that can be. */
export function needsOfAlert({ subject, dismissible }: Values): readonly Need[] {
  return dismissible ? [...needsOfSubject[subject], 'interactions'] : needsOfSubject[subject]
}

/** What the editors' texts may name, per subject. */
const placeholders: Record<Subject, readonly ('amount' | 'date')[]> = {
  plain: [],
  overdueBill: ['amount'],
  lowCredit: ['amount'],
  renewalShort: ['amount', 'date'],
}

const defaultLowCredit = 500
const defaultWithinDays = 5
const day = 86_400_000
/** For so long a notice with a reason stays away; a plain one has no other reason to come back. */
const dismissedForDays = 7

export function present(input: Input): Face<AlertPayload> | LeaveOut {
  const { fields: own, content, format } = input
  const { subject } = own
  if (isDismissed(input)) return { leaveOut: 'DISMISSED' }
  const finding = find[subject](input)
  if ('leaveOut' in finding) return finding

  const headline = filled(own.headline, finding, input) ?? ownText(finding.headline, input)
  if (!headline) return { leaveOut: 'NO_TEXT' }
  const body = filled(own.body, finding, input) ?? ownText(finding.body, input)
  const severity = severities[content.tone]
  const isUrgent = severity === 'critical' || severity === 'warning'
  const dismiss = isDismissible(input) ? dismissAction(input, headline.value) : undefined
  return {
    title: headline,
    payload: { subject, severity, headline, body, amount: finding.amount, date: finding.date, dismiss },
    banner: { headline, body, overlay: 'none', actions: [input.action, dismiss].filter((action) => action !== undefined) },
    summary: body?.value ?? say(format.locale, { it: 'Controlla la tua linea.', en: 'Check your line.' }),
    accessibility: { label: spoken(headline.value, body?.value), role: isUrgent ? 'alert' : 'status', liveRegion: severity === 'critical' },
  }
}

/** What is wrong with the editors' texts: a plain notice without any, or a placeholder that the subject does not fill. */
export function checkTexts(values: Values): FieldIssue[] {
  const allowed = placeholders[values.subject]
  const faults: FieldIssue[] = (['headline', 'body'] as const).flatMap((field) =>
    locales.flatMap((locale) =>
      namesIn(values[field]?.[locale] ?? '')
        .filter((name) => !allowed.some((known) => known === name))
        .map((name) => ({
          path: `/${field}/${locale}`,
          expected: allowed.length > 0 ? `only ${allowed.map((known) => `{${known}}`).join(' and ')} in braces` : 'no braces',
          got: `{${name}}`,
          fix: 'Remove the placeholder, or choose the subject that has it.',
        })),
    ),
  )
  if (values.subject === 'plain' && !locales.some((locale) => values.headline?.[locale]?.trim()))
    faults.push({
      path: '/headline',
      expected: 'a headline',
      got: 'nothing',
      fix: 'Write the headline of the notice, or choose another subject.',
    })
  return faults
}

/** What is critical cannot be put away, whatever its editors have ticked. */
function isDismissible({ fields: own, content }: Input): boolean {
  return own.dismissible === true && content.tone !== 'critical'
}

function isDismissed(input: Input): boolean {
  const { fields: own, content, data, moment } = input
  if (!isDismissible(input)) return false
  const dismissal = data.interactions.dismissed.find(({ contentId }) => contentId === content.id)
  if (!dismissal) return false
  return own.subject === 'plain' || !moment.isAfter(new Date(Date.parse(dismissal.at) + dismissedForDays * day).toISOString())
}

function dismissAction(input: Input, headline: string): ActionView {
  const { content, format } = input
  const { locale } = format
  return {
    __typename: 'RunMutation',
    id: `${content.id}:dismiss`,
    label: sayText(locale, { it: 'Chiudi', en: 'Close' }),
    accessibilityLabel: say(locale, { it: `Chiudi l’avviso: ${headline}`, en: `Close the notice: ${headline}` }),
    operationId: 'dismissAlert',
    variables: [{ name: 'contentId', value: content.id }],
    refreshes: input.refreshedBy('dismissAlert'),
  }
}

/** A warning that must not be missed cannot be put away, and does not hang on a system that knows who has put what away. */
export function checkDismissal({ dismissible }: Values, tone: Tone): FieldIssue[] {
  if (!dismissible || tone !== 'critical') return []
  return [
    {
      path: '/dismissible',
      expected: 'a critical alert that stays',
      got: 'one that can be closed',
      fix: 'Choose another tone, or do not let it be closed.',
    },
  ]
}

const severities: Record<Tone, AlertPayload['severity']> = {
  neutral: 'info',
  primary: 'info',
  accent: 'info',
  positive: 'success',
  warning: 'warning',
  critical: 'critical',
}

const find: Record<Subject, (input: Input) => Finding | LeaveOut> = {
  plain: () => ({}),

  overdueBill: ({ data: { account }, format }) => {
    if (account.overdue.minor <= 0) return { leaveOut: 'NOTHING_OVERDUE' }
    const amount = format.money(account.overdue)
    return {
      amount,
      headline: { it: `Hai ${amount.text} di fatture scadute`, en: `You have ${amount.text} of overdue bills` },
      body: { it: 'Paga ora per non rischiare la sospensione della linea.', en: 'Pay now to keep your line from being suspended.' },
    }
  },

  lowCredit: ({ data: { balance }, fields: own, format }) => {
    if (!balance.amount) return { leaveOut: 'NO_CREDIT' }
    if (balance.amount.minor >= (own.lowCreditBelow ?? defaultLowCredit)) return { leaveOut: 'ENOUGH_CREDIT' }
    const amount = format.money(balance.amount)
    return {
      amount,
      headline: { it: `Ti restano ${amount.text} di credito`, en: `You have ${amount.text} of credit left` },
      body: { it: 'Ricarica per continuare a chiamare e navigare.', en: 'Top up to keep calling and browsing.' },
    }
  },

  renewalShort: ({ data: { lines, balance }, fields: own, lineId, format, moment }) => {
    const line = lines.find(({ id }) => id === lineId)
    const { renewsOn, renewalPrice: price } = line ?? {}
    if (!renewsOn || !price || !balance.amount || price.currency !== balance.amount.currency) return { leaveOut: 'NO_RENEWAL' }
    if (!moment.isWithin(renewsOn, (own.withinDays ?? defaultWithinDays) * day)) return { leaveOut: 'RENEWAL_FAR' }
    const missing = price.minor - balance.amount.minor
    if (missing <= 0) return { leaveOut: 'ENOUGH_CREDIT' }
    const amount = format.money({ minor: missing, currency: price.currency })
    const date = format.date(renewsOn)
    return {
      amount,
      date: renewsOn,
      headline: { it: `Mancano ${amount.text} per il rinnovo`, en: `${amount.text} short of your renewal` },
      body: {
        it: `La tua offerta si rinnova ${onDate('it', date)}: ricarica prima per non perderla.`,
        en: `Your plan renews ${onDate('en', date)}: top up before then to keep it.`,
      },
    }
  },
}

/** The editors' text with its placeholders filled; `undefined` when there is none or it names what is not there, so that nobody reads braces. */
function filled(text: Values['headline'], { amount, date }: Finding, input: Input): TextView | undefined {
  const written = input.text(text)
  if (!written) return undefined
  const values: Record<string, string | undefined> = { amount: amount?.text, date: date && input.format.date(date) }
  if (namesIn(written.value).some((name) => values[name] === undefined)) return undefined
  return { ...written, value: written.value.replace(/\{(\w*)\}/g, (_, name: string) => values[name] ?? '') }
}

function ownText(texts: TwoLanguages | undefined, { format: { locale } }: Input): TextView | undefined {
  return texts && { value: texts[locale], lang: locale }
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/\{(\w*)\}/g)].map(([, name = '']) => name)
}
