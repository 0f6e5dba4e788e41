import type { Line, LineOverview } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { onDate, say, sayText, spoken } from '../say.ts'
import type { fields } from './widget.ts'

export type LineItem = {
  id: string
  msisdn: string
  numberText: string
  planName: string
  kind: Line['kind']
  device: Line['device']
  status: Line['status']
  statusText: string
  payment: Line['payment']
  paymentText: string
  renewsOn?: string | undefined
  renewalText?: string | undefined
  dataText?: string | undefined
  /** The part of the data that is left; absent where there is no limit. */
  dataRatio?: number | undefined
  creditText?: string | undefined
  isSelected: boolean
}
export type LinesPayload = { items: LineItem[] }

type Input = PresentInput<typeof fields, 'lines', 'overview'>

export function present(input: Input): Face<LinesPayload> | LeaveOut {
  const { fields: own, data, format, text } = input
  const shown = data.lines.filter(({ status }) => own.showTerminated || status !== 'terminated')
  if (shown.length === 0) return { leaveOut: 'NO_LINES' }
  if (shown.length === 1 && own.onlyIfSeveral) return { leaveOut: 'ONE_LINE' }

  const known = new Map(data.overview?.map((figure) => [figure.lineId, figure]))
  const items = shown.map((line) => itemView(line, known.get(line.id), input))
  const title = text(own.title) ?? sayText(format.locale, { it: 'Le tue linee', en: 'Your lines' })
  const summary = spoken(
    ...items.map(({ numberText, planName, statusText, dataText, creditText }) =>
      [numberText, planName, statusText, dataText, creditText].filter(Boolean).join(', '),
    ),
  )
  return {
    title,
    payload: { items },
    summary,
    list: {
      items: items.map(({ id, numberText, planName, paymentText, statusText, dataText, creditText }) => ({
        id,
        primary: numberText,
        secondary: [planName, ...(dataText || creditText ? [dataText, creditText] : [paymentText])].filter(Boolean).join(' · '),
        value: statusText,
      })),
    },
    accessibility: { label: spoken(title.value, summary), role: 'list', liveRegion: false },
  }
}

function itemView(line: Line, figures: LineOverview | undefined, input: Input): LineItem {
  const { format, lineId, moment } = input
  const { id, msisdn, planName, kind, device, status, payment } = line
  const { locale } = format
  const renewsOn = status === 'active' && line.renewsOn !== undefined && !moment.isAfter(line.renewsOn) ? line.renewsOn : undefined
  const date = renewsOn && format.date(renewsOn)
  return {
    id,
    msisdn,
    numberText: format.msisdn(msisdn),
    planName,
    kind,
    device,
    status,
    statusText: say(locale, statusTexts[status]),
    payment,
    paymentText: say(locale, paymentTexts[payment]),
    renewsOn,
    renewalText: date && say(locale, { it: `Si rinnova ${onDate('it', date)}`, en: `Renews ${onDate('en', date)}` }),
    ...figuresOf(figures, input),
    isSelected: id === lineId,
  }
}

/** Of what is known of a line, what the editors want to show. */
function figuresOf(known: LineOverview | undefined, { fields: { figures }, format }: Input) {
  const data = figures === 'credit' ? undefined : known?.data
  const credit = figures === 'data' ? undefined : known?.credit
  const left = data?.total === undefined ? undefined : Math.max(0, data.total - data.used)
  return {
    dataText: data && dataSentence(left, format),
    dataRatio: left === undefined ? undefined : data?.total ? left / data.total : 0,
    creditText: credit && creditSentence(format.money(credit).text, format),
  }
}

function dataSentence(leftMb: number | undefined, { locale, data }: Input['format']): string {
  if (leftMb === undefined) return say(locale, { it: 'Giga illimitati', en: 'Unlimited data' })
  return say(locale, { it: `${data(leftMb)} rimasti`, en: `${data(leftMb)} left` })
}

function creditSentence(amount: string, { locale }: Input['format']): string {
  return say(locale, { it: `${amount} di credito`, en: `${amount} of credit` })
}

const statusTexts: Record<Line['status'], TwoLanguages> = {
  active: { it: 'Attiva', en: 'Active' },
  suspended: { it: 'Sospesa', en: 'Suspended' },
  pending: { it: 'In attivazione', en: 'Being activated' },
  terminated: { it: 'Cessata', en: 'Terminated' },
}

const paymentTexts: Record<Line['payment'], TwoLanguages> = {
  prepaid: { it: 'Ricaricabile', en: 'Pay as you go' },
  postpaid: { it: 'Abbonamento', en: 'Pay monthly' },
  hybrid: { it: 'Abbonamento e credito', en: 'Pay monthly with credit' },
}
