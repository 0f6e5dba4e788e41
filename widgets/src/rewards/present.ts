import type { Reward } from '@mosaic/schemas/bss'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { onDate, say, sayText, spoken, untilDate } from '../say.ts'
import type { TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type RewardItem = {
  id: string
  name: string
  cost?: number | undefined
  costText: string
  expiresOn?: string | undefined
  untilText?: string | undefined
  isAffordable: boolean
  ratio: number
  stateText: string
}
export type RewardsPayload = {
  points: number
  pointsText: string
  programme?: string | undefined
  expiresOn?: string | undefined
  expiryText?: string | undefined
  body?: TextView | undefined
  items: RewardItem[]
}

type Input = PresentInput<typeof fields, 'rewards'>

const dayMs = 86_400_000
/** Points that are lost later than this worry nobody yet. */
const expiryWarningMs = 60 * dayMs
const shownUnlessToldOtherwise = 3

export function present(input: Input): Face<RewardsPayload> | LeaveOut {
  const { fields: own, data, format, text, moment } = input
  const { points, programme, expiresOn } = data.rewards
  if (points === undefined) return { leaveOut: 'NO_PROGRAMME' }

  const { locale } = format
  const items = data.rewards.items
    .filter((reward) => reward.expiresOn === undefined || !moment.isAfter(reward.expiresOn))
    .toSorted((one, other) => (one.cost ?? 0) - (other.cost ?? 0))
    .slice(0, own.count ?? shownUnlessToldOtherwise)
    .map((reward) => itemView(reward, points, input))
  const pointsText = pointsIn(points, input)
  const isNear = expiresOn !== undefined && points > 0 && !moment.isAfter(expiresOn) && moment.isWithin(expiresOn, expiryWarningMs)
  const expiryText = isNear ? expirySentence(format.date(expiresOn), input) : undefined
  const title = text(own.title) ?? sayText(locale, { it: 'I tuoi punti', en: 'Your points' })
  const body = text(own.body)
  const summary = spoken(
    [pointsText, programme].filter(Boolean).join(' · '),
    expiryText,
    body?.value,
    ...items.map(({ name, costText, stateText }) => [name, costText, stateText].join(', ')),
  )
  return {
    title,
    payload: { points, pointsText, programme, expiresOn, expiryText, body, items },
    summary,
    list: {
      items: items.map(({ id, name, stateText, costText }) => ({ id, primary: name, secondary: stateText, value: costText })),
    },
    accessibility: { label: spoken(title.value, summary), role: 'list', liveRegion: false },
  }
}

function itemView({ id, name, cost, expiresOn }: Reward, points: number, input: Input): RewardItem {
  const { format } = input
  const missing = Math.max(0, (cost ?? 0) - points)
  const date = expiresOn && format.date(expiresOn)
  return {
    id,
    name,
    cost,
    costText: cost === undefined || cost === 0 ? say(format.locale, { it: 'Senza punti', en: 'No points needed' }) : pointsIn(cost, input),
    expiresOn,
    untilText: date && capitalised(untilDate(format.locale, date)),
    isAffordable: missing === 0,
    ratio: cost ? Math.min(1, points / cost) : 1,
    stateText:
      missing === 0
        ? say(format.locale, { it: 'Puoi averlo subito', en: 'Yours when you want it' })
        : say(format.locale, { it: missingInItalian(missing, input), en: `${pointsIn(missing, input)} to go` }),
  }
}

function missingInItalian(missing: number, input: Input): string {
  return `${missing === 1 ? 'Ti manca' : 'Ti mancano'} ${pointsIn(missing, input)}`
}

function pointsIn(count: number, { format: { locale, number } }: Input): string {
  const isOne = count === 1
  return say(locale, { it: `${number(count)} ${isOne ? 'punto' : 'punti'}`, en: `${number(count)} ${isOne ? 'point' : 'points'}` })
}

function expirySentence(date: string, { format: { locale } }: Input): string {
  return say(locale, { it: `Una parte scade ${onDate('it', date)}`, en: `Some of them expire ${onDate('en', date)}` })
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
