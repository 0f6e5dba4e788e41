import type { Line, PaymentMethod, TopUps } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { onDate, say, sayText, spoken } from '../say.ts'
import type { ActionView, MoneyView, TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type AutoTopUpAmount = { amount: MoneyView; action: ActionView }
export type AutoTopUpPayload = {
  lineId: string
  lineText: string
  body?: TextView | undefined
  isOn: boolean
  /** How it stands: the rule, that it is under way, that it is off, or what is missing. */
  ruleText: string
  amount?: MoneyView | undefined
  nextOn?: string | undefined
  nextText?: string | undefined
  amounts: AutoTopUpAmount[]
  turnOff?: ActionView | undefined
}

type Input = PresentInput<typeof fields, 'lines' | 'topUps', 'paymentMethods'>
type Rule = NonNullable<TopUps['auto']>
/** How a rule stands, and what can be done about it. */
type Standing = Pick<AutoTopUpPayload, 'isOn' | 'ruleText' | 'amount' | 'nextOn' | 'nextText' | 'amounts' | 'turnOff'>

const every: Record<Rule['period'], TwoLanguages> = {
  weekly: { it: 'ogni settimana', en: 'every week' },
  fortnightly: { it: 'ogni due settimane', en: 'every two weeks' },
  monthly: { it: 'ogni mese', en: 'every month' },
}

export function present(input: Input): Face<AutoTopUpPayload> | LeaveOut {
  const { fields: own, data, format, text, lineId } = input
  const line = data.lines.find(({ id }) => id === lineId)
  if (!line) return { leaveOut: 'NO_LINE' }
  if (line.payment === 'postpaid') return { leaveOut: 'NOT_PREPAID' }
  if (line.status === 'terminated') return { leaveOut: 'LINE_TERMINATED' }

  const { locale } = format
  const standing = standingOf(input, line)
  const title = text(own.title) ?? sayText(locale, { it: 'Ricarica automatica', en: 'Automatic top-up' })
  const body = text(own.body)
  const number = format.msisdn(line.msisdn)
  const lineText = say(locale, { it: `Linea ${number}`, en: `Line ${number}` })
  const amounts = standing.amounts.map(({ amount }) => amount.text).join(', ')
  const summary = spoken(body?.value, lineText, standing.ruleText, standing.nextText, amounts)
  return {
    title,
    payload: { lineId: line.id, lineText, body, ...standing },
    summary,
    actions: standing.turnOff ? [standing.turnOff] : standing.amounts.map(({ action }) => action),
    accessibility: { label: spoken(title.value, summary), role: 'group', liveRegion: false },
  }
}

function standingOf(input: Input, line: Line): Standing {
  const { data, format } = input
  const { locale } = format
  const rule = data.topUps.auto
  if (rule?.status === 'active') return on(input, line, rule)
  if (rule) {
    const ruleText = say(locale, {
      it: 'La stiamo attivando: la vedrai qui fra poco.',
      en: 'We are turning it on: you will see it here shortly.',
    })
    return { isOn: false, ruleText, amount: format.money(rule.amount), amounts: [] }
  }
  if (!data.paymentMethods) {
    const ruleText = say(locale, {
      it: 'Non è attiva. In questo momento non si può attivare: riprova fra poco.',
      en: 'It is off. It cannot be turned on right now: try again in a little while.',
    })
    return { isOn: false, ruleText, amounts: [] }
  }
  const method = data.paymentMethods.find(({ status }) => status === 'active')
  if (!method) {
    const ruleText = say(locale, {
      it: 'Non è attiva: per attivarla serve un metodo di pagamento valido.',
      en: 'It is off: a valid payment method is needed to turn it on.',
    })
    return { isOn: false, ruleText, amounts: [] }
  }
  return off(input, line, method)
}

function on(input: Input, line: Line, rule: Rule): Standing {
  const { content, format, moment } = input
  const { locale } = format
  const amount = format.money(rule.amount)
  const how = `${amount.text} ${every[rule.period][locale]}`
  // A day that is over says nothing of the next one.
  const nextOn = rule.nextOn !== undefined && !moment.isAfter(rule.nextOn) ? rule.nextOn : undefined
  const next = nextOn && format.date(nextOn)
  const number = format.msisdn(line.msisdn)
  return {
    isOn: true,
    ruleText: say(locale, { it: `Attiva: ${how}.`, en: `On: ${how}.` }),
    amount,
    nextOn,
    nextText: next && say(locale, { it: `La prossima è ${onDate('it', next)}.`, en: `The next one is ${onDate('en', next)}.` }),
    amounts: [],
    turnOff: {
      __typename: 'RunMutation',
      id: `${content.id}:auto-off`,
      label: sayText(locale, { it: 'Disattiva', en: 'Turn off' }),
      accessibilityLabel: say(locale, {
        it: `Disattiva la ricarica automatica di ${amount.text}`,
        en: `Turn off the automatic top-up of ${amount.text}`,
      }),
      confirm: {
        title: say(locale, { it: 'Disattivare la ricarica automatica?', en: 'Turn the automatic top-up off?' }),
        body: say(locale, {
          it: `La linea ${number} non si ricaricherà più da sola di ${how}. Il credito che c’è resta.`,
          en: `Line ${number} will not top itself up by ${how} any more. The credit it has stays.`,
        }),
        acceptLabel: say(locale, { it: 'Disattiva', en: 'Turn off' }),
        cancelLabel: say(locale, { it: 'Annulla', en: 'Cancel' }),
      },
      operationId: 'setAutoTopUp',
      variables: [
        { name: 'lineId', value: line.id },
        { name: 'isOn', value: 'false' },
      ],
      refreshes: input.refreshedBy('autoTopUp'),
    },
  }
}

function off(input: Input, line: Line, method: PaymentMethod): Standing {
  const { fields: own, format, currency } = input
  const period = own.period ?? 'monthly'
  const often = every[period][format.locale]
  const amounts = own.amounts.map((minor) => {
    const amount = format.money({ minor, currency })
    return { amount, action: turnOn(input, line, method, { minor, amount, period, often }) }
  })
  const ruleText = say(format.locale, {
    it: `Non è attiva: scegli quanto ricaricare ${often}, con ${method.name}.`,
    en: `It is off: choose how much to top up ${often}, with ${method.name}.`,
  })
  return { isOn: false, ruleText, amounts }
}

type Offered = { minor: number; amount: MoneyView; period: Rule['period']; often: string }

function turnOn(input: Input, line: Line, method: PaymentMethod, offered: Offered): ActionView {
  const { content, format } = input
  const { minor, amount, period, often } = offered
  const { locale } = format
  const number = format.msisdn(line.msisdn)
  return {
    __typename: 'RunMutation',
    id: `${content.id}:auto:${minor}`,
    label: { value: amount.text, lang: locale },
    accessibilityLabel: say(locale, { it: `Ricarica ${amount.text} ${often}`, en: `Top up ${amount.text} ${often}` }),
    confirm: {
      title: say(locale, { it: `Ricaricare ${amount.text} ${often}?`, en: `Top up ${amount.text} ${often}?` }),
      body: say(locale, {
        it: `${amount.text} ${often} sulla linea ${number}, con ${method.name}. Puoi disattivarla quando vuoi.`,
        en: `${amount.text} ${often} for line ${number}, with ${method.name}. You can turn it off whenever you like.`,
      }),
      acceptLabel: say(locale, { it: 'Attiva', en: 'Turn on' }),
      cancelLabel: say(locale, { it: 'Annulla', en: 'Cancel' }),
    },
    operationId: 'setAutoTopUp',
    variables: [
      { name: 'lineId', value: line.id },
      { name: 'isOn', value: 'true' },
      { name: 'amount', value: String(minor) },
      { name: 'period', value: period },
    ],
    refreshes: input.refreshedBy('autoTopUp'),
  }
}
