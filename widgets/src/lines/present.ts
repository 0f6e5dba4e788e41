import type { Line } from '@mosaic/schemas/bss'
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
  isSelected: boolean
}
export type LinesPayload = { items: LineItem[] }

type Input = PresentInput<typeof fields, 'lines'>

export function present(input: Input): Face<LinesPayload> | LeaveOut {
  const { fields: own, data, format, text } = input
  const shown = data.lines.filter(({ status }) => own.showTerminated || status !== 'terminated')
  if (shown.length === 0) return { leaveOut: 'NO_LINES' }
  if (shown.length === 1 && own.onlyIfSeveral) return { leaveOut: 'ONE_LINE' }

  const items = shown.map((line) => itemView(line, input))
  const title = text(own.title) ?? sayText(format.locale, { it: 'Le tue linee', en: 'Your lines' })
  const summary = spoken(...items.map(({ numberText, planName, statusText }) => [numberText, planName, statusText].join(', ')))
  return {
    title,
    payload: { items },
    summary,
    list: {
      items: items.map(({ id, numberText, planName, paymentText, statusText }) => ({
        id,
        primary: numberText,
        secondary: `${planName} · ${paymentText}`,
        value: statusText,
      })),
    },
    accessibility: { label: spoken(title.value, summary), role: 'list', liveRegion: false },
  }
}

function itemView(line: Line, { format, lineId, moment }: Input): LineItem {
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
    isSelected: id === lineId,
  }
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
