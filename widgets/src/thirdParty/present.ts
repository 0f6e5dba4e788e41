import type { Product } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { deactivateAction, monthlyTotal } from '../option-action.ts'
import { priceSentence } from '../price-words.ts'
import { onDate, say, sayText, spoken } from '../say.ts'
import type { ActionView, MoneyView, TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type ThirdPartyItem = {
  id: string
  name: string
  providerText?: string | undefined
  price?: MoneyView | undefined
  priceText?: string | undefined
  state: Product['status']
  stateText: string
  sinceOn?: string | undefined
  sinceText?: string | undefined
  stop?: ActionView | undefined
}
export type ThirdPartyPayload = {
  body?: TextView | undefined
  items: ThirdPartyItem[]
  total?: MoneyView | undefined
  totalText?: string | undefined
  noneText?: string | undefined
}

type Input = PresentInput<typeof fields, 'products'>

const order: readonly Product['status'][] = ['active', 'turningOn', 'turningOff', 'suspended', 'off']
/** So long what was stopped is still told: whoever looks at the next bill knows why it stands there once more. */
const stoppedMs = 31 * 86_400_000

export function present(input: Input): Face<ThirdPartyPayload> | LeaveOut {
  const { data, fields: own, format, text, lineId } = input
  const { locale, money } = format
  if (lineId === undefined) return { leaveOut: 'NO_LINE' }
  const services = data.products.filter((product) => product.category === 'thirdParty' && isTold(product, input))
  if (services.length === 0 && !own.showNone) return { leaveOut: 'NO_SERVICES' }

  const items = order
    .flatMap((status) => services.filter((product) => product.status === status))
    .map((product) => itemView(product, lineId, input))
  const sum = monthlyTotal(services)
  const total = sum && money(sum)
  const totalText = total && say(locale, { it: `In tutto ${total.text} al mese`, en: `${total.text} a month in all` })
  const noneText =
    items.length > 0
      ? undefined
      : say(locale, {
          // So short that it stands in one line on a phone: the title says of what.
          it: 'Su questa linea non ne paghi nessuno',
          en: 'You pay for none on this line',
        })
  const title = text(own.title) ?? sayText(locale, { it: 'Servizi di altri fornitori', en: 'Services of other providers' })
  const body = text(own.body)
  const summary = spoken(body?.value, ...items.map(sentence), totalText, noneText)
  return {
    title,
    payload: { body, items, total, totalText, noneText },
    summary,
    list: {
      items: items.map(({ id, name, providerText, priceText, stateText }) => ({
        id,
        primary: name,
        secondary: providerText,
        value: priceText ?? stateText,
      })),
    },
    accessibility: { label: spoken(title.value, summary), role: 'list', liveRegion: false },
  }
}

function isTold({ status, endedOn }: Product, { moment }: Input): boolean {
  if (status !== 'off') return true
  const until = endedOn === undefined ? Number.NaN : Date.parse(endedOn) + stoppedMs
  return !Number.isNaN(new Date(until).getTime()) && !moment.isAfter(new Date(until).toISOString())
}

function itemView(product: Product, lineId: string, input: Input): ThirdPartyItem {
  const { id, name, provider, price, recurring, status, activatedOn, endedOn } = product
  const { locale, money } = input.format
  const sinceOn = status === 'off' ? endedOn : activatedOn
  return {
    id,
    name,
    providerText: provider && say(locale, { it: `Fornito da ${provider}`, en: `Provided by ${provider}` }),
    price: price && money(price),
    priceText: price && priceSentence(input, price, recurring),
    state: status,
    stateText: say(locale, stateTexts[status]),
    sinceOn,
    sinceText: sinceOn && sinceSentence(status, sinceOn, input),
    stop: status === 'active' ? deactivateAction(input, lineId, { productId: id, name, price, recurring }) : undefined,
  }
}

function sinceSentence(status: Product['status'], instant: string, { format }: Input): string {
  const date = format.date(instant)
  return status === 'off'
    ? say(format.locale, { it: `Disattivato ${onDate('it', date)}`, en: `Turned off ${onDate('en', date)}` })
    : say(format.locale, { it: `Attivato ${onDate('it', date)}`, en: `Since ${date}` })
}

const stateTexts: Record<Product['status'], TwoLanguages> = {
  active: { it: 'Attivo', en: 'On' },
  turningOn: { it: 'In attivazione', en: 'Turning on' },
  turningOff: { it: 'In disattivazione', en: 'Turning off' },
  suspended: { it: 'Sospeso', en: 'Suspended' },
  off: { it: 'Non attivo', en: 'Off' },
}

function sentence({ name, providerText, stateText, priceText, sinceText }: ThirdPartyItem): string {
  return spoken([name, stateText, priceText].filter(Boolean).join(', '), providerText, sinceText)
}
