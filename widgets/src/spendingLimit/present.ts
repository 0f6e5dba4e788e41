import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { say, sayText, spoken } from '../say.ts'
import type { MoneyView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type SpendingLimitPayload = {
  limit: MoneyView
  spent: MoneyView
  /** What may still be spent; nothing when the limit is reached. */
  left: MoneyView
  leftText: string
  /** The part that is spent, 0 to 1; 1 beyond the limit too. */
  ratio: number
  level: 'within' | 'near' | 'reached'
  levelText: string
  spentText: string
  /** The limit, as it stands beside what is spent. */
  limitText: string
}

type Input = PresentInput<typeof fields, 'charges' | 'spendingLimit'>

const defaultWarnPercent = 80

export function present(input: Input): Face<SpendingLimitPayload> | LeaveOut {
  const { data, format, text, fields: own, action } = input
  const { limit } = data.spendingLimit
  if (!limit || limit.minor <= 0) return { leaveOut: 'NO_LIMIT' }
  // A sum without a part of it would be too little, and a limit that seems far off may be near.
  if (data.charges.some(({ amount }) => amount.currency !== limit.currency)) return { leaveOut: 'SEVERAL_CURRENCIES' }

  const payload = payloadOf(limit, input)
  const title = text(own.title) ?? sayText(format.locale, { it: 'Limite di spesa', en: 'Spending limit' })
  const summary = spoken(payload.spentText, payload.levelText, payload.leftText)
  return {
    title,
    payload,
    summary,
    gauge: { label: title, ratio: payload.ratio, valueText: payload.spentText, actions: action ? [action] : [] },
    accessibility: { label: spoken(title.value, summary), role: 'group', liveRegion: false },
  }
}

function payloadOf(limit: { minor: number; currency: string }, { data, fields: own, format }: Input): SpendingLimitPayload {
  const { locale, money } = format
  const sum = data.charges.reduce((total, { amount }) => total + amount.minor, 0)
  // What was given back may be more than what was charged: nothing is spent then, never less than nothing.
  const spent = money({ ...limit, minor: Math.max(0, sum) })
  const left = money({ ...limit, minor: Math.max(0, limit.minor - Math.max(0, sum)) })
  const over = money({ ...limit, minor: Math.max(0, sum - limit.minor) })
  // Of whole cents, never of a ratio: 0.29 × 100 is less than 29.
  const percent = (Math.max(0, sum) * 100) / limit.minor
  const level = percent >= 100 ? 'reached' : percent >= (own.warnPercent ?? defaultWarnPercent) ? 'near' : 'within'
  const percentText = `${format.number(Math.floor(percent))}%`
  return {
    limit: money(limit),
    spent,
    left,
    leftText: say(
      locale,
      sum > limit.minor
        ? { it: `Superato di ${over.text}`, en: `Exceeded by ${over.text}` }
        : { it: `Restano ${left.text}`, en: `${left.text} left` },
    ),
    ratio: Math.min(1, percent / 100),
    level,
    levelText: say(
      locale,
      level === 'reached'
        ? { it: 'Limite raggiunto', en: 'Limit reached' }
        : { it: `${percentText} del limite`, en: `${percentText} of the limit` },
    ),
    limitText: say(locale, { it: `su ${money(limit).text}`, en: `of ${money(limit).text}` }),
    spentText: say(locale, { it: `${spent.text} su ${money(limit).text}`, en: `${spent.text} of ${money(limit).text}` }),
  }
}
