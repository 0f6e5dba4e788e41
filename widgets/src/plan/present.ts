import type { Plan } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { priceSentence } from '../price-words.ts'
import { onDate, say, sayText, spoken } from '../say.ts'
import type { MoneyView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type PlanAllowance = {
  type: Plan['allowances'][number]['type']
  name: string
  isUnlimited: boolean
  /** Data in MB, voice in minutes, SMS in messages; absent when unlimited. */
  amount?: number | undefined
  amountText: string
}
export type PlanPayload = {
  name: string
  status: Plan['status']
  statusText: string
  price?: MoneyView | undefined
  priceText?: string | undefined
  renewsOn?: string | undefined
  renewalText?: string | undefined
  allowances: PlanAllowance[]
  noteText?: string | undefined
}

type Input = PresentInput<typeof fields, 'plan'>

/** Data first: it is what people look for. */
const order: readonly PlanAllowance['type'][] = ['data', 'voice', 'sms']

export function present(input: Input): Face<PlanPayload> | LeaveOut {
  const { fields: own, data, format, text, moment } = input
  const { plan } = data
  const { locale } = format
  if (plan.status === 'terminated') return { leaveOut: 'LINE_TERMINATED' }
  if (plan.name.trim() === '') return { leaveOut: 'NO_PLAN' }

  const allowances = order.flatMap((type) => plan.allowances.filter((one) => one.type === type)).map((one) => allowanceView(one, input))
  const price = own.showPrice === false ? undefined : plan.price
  const renewsOn = plan.status === 'active' && plan.renewsOn !== undefined && !moment.isAfter(plan.renewsOn) ? plan.renewsOn : undefined
  const date = renewsOn && format.date(renewsOn)
  const payload: PlanPayload = {
    name: plan.name,
    status: plan.status,
    statusText: say(locale, statusTexts[plan.status]),
    price: price && format.money(price),
    priceText: price && priceSentence(input, price, true),
    renewsOn,
    renewalText: date && say(locale, { it: `Si rinnova ${onDate('it', date)}`, en: `Renews ${onDate('en', date)}` }),
    allowances,
    noteText: allowances.length === 0 ? payAsYouGo(input) : undefined,
  }
  const title = text(own.title) ?? sayText(locale, { it: 'Il tuo piano', en: 'Your plan' })
  const included = allowances.map(({ name, amountText }) => `${name}: ${amountText}`)
  const summary = spoken(
    [plan.name, payload.statusText].join(', '),
    payload.priceText,
    payload.renewalText,
    included.join(', '),
    payload.noteText,
  )
  return {
    title,
    payload,
    summary,
    list: {
      items: [
        { id: 'plan', primary: plan.name, secondary: payload.renewalText, value: payload.priceText ?? payload.statusText },
        ...allowances.map(({ type, name, amountText }) => ({ id: type, primary: name, value: amountText })),
      ],
    },
    accessibility: { label: spoken(title.value, summary), role: 'list', liveRegion: false },
  }
}

function allowanceView({ type, amount }: Plan['allowances'][number], { format }: Input): PlanAllowance {
  const { locale, number, data } = format
  return {
    type,
    name: say(locale, names[type]),
    isUnlimited: amount === undefined,
    amount,
    amountText: amount === undefined ? say(locale, { it: 'illimitati', en: 'unlimited' }) : type === 'data' ? data(amount) : number(amount),
  }
}

/** A plan in which nothing is included is not an empty one: what is used is paid. */
function payAsYouGo({ format: { locale } }: Input): string {
  return say(locale, { it: 'Paghi solo quello che usi', en: 'You pay only for what you use' })
}

const names: Record<PlanAllowance['type'], TwoLanguages> = {
  data: { it: 'Giga', en: 'Data' },
  voice: { it: 'Minuti', en: 'Minutes' },
  sms: { it: 'SMS', en: 'Texts' },
}

const statusTexts: Record<Plan['status'], TwoLanguages> = {
  active: { it: 'Attivo', en: 'Active' },
  suspended: { it: 'Sospeso', en: 'Suspended' },
  pending: { it: 'In attivazione', en: 'Being activated' },
  terminated: { it: 'Cessato', en: 'Terminated' },
}
