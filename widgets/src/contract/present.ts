import type { Plan, Product } from '@mosaic/schemas/bss'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { priceSentence } from '../price-words.ts'
import { onDate, say, sayText, spoken } from '../say.ts'
import type { MoneyView, TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type ContractTerm = {
  startsOn: string
  endsOn: string
  isEnded: boolean
  /** The part that is gone, 0 to 1. */
  ratio: number
  progressText: string
  endText: string
  penalty?: MoneyView | undefined
  penaltyText?: string | undefined
}
export type ContractInstalments = {
  id: string
  device: string
  ratio: number
  paidText: string
  monthly?: MoneyView | undefined
  monthlyText?: string | undefined
  left?: MoneyView | undefined
  leftText?: string | undefined
  endsOn?: string | undefined
  endText?: string | undefined
}
export type ContractPayload = { term?: ContractTerm | undefined; instalments: ContractInstalments[] }

type Input = PresentInput<typeof fields, 'plan' | 'products'>

const dayMs = 86_400_000
const monthMs = 30.44 * dayMs
/** Long enough for any contract there is; a bound for those there are not. */
const mostMonths = 120
/** So long a contract that has ended is still told: whoever is free now should know. */
const endedDays = 90

export function present(input: Input): Face<ContractPayload> | LeaveOut {
  const { data, fields: own, format, text } = input
  const { locale } = format
  const term = termView(data.plan, input)
  const instalments = data.products.filter(({ status }) => status === 'active').flatMap((product) => instalmentsView(product, input))
  const title = text(own.title) ?? sayText(locale, { it: 'Contratto e rate', en: 'Contract and instalments' })
  const gauge = gaugeOf(term, instalments, title)
  if (!gauge) return { leaveOut: 'NO_CONTRACT' }

  const summary = spoken(
    ...(term ? [term.isEnded ? undefined : term.progressText, term.endText, term.penaltyText] : []),
    ...instalments.map(({ device, paidText, leftText }) => [`${device}: ${paidText}`, leftText].filter(Boolean).join(', ')),
  )
  return {
    title,
    payload: { term, instalments },
    summary,
    gauge,
    accessibility: { label: spoken(title.value, summary), role: 'group', liveRegion: false },
  }
}

function termView({ contract }: Plan, input: Input): ContractTerm | undefined {
  if (!contract) return undefined
  const { startsOn, endsOn, penalty } = contract
  const [start, end] = [Date.parse(startsOn), Date.parse(endsOn)]
  if (!(end > start) || input.moment.isAfter(new Date(end + endedDays * dayMs).toISOString())) return undefined
  const { locale, money, date } = input.format
  const isEnded = input.moment.isAfter(endsOn)
  const { gone, months } = monthsGone(start, end, input)
  const day = date(endsOn)
  const cost = penalty && !isEnded && penalty.minor > 0 ? money(penalty) : undefined
  return {
    startsOn,
    endsOn,
    isEnded,
    ratio: gone / months,
    progressText: say(locale, { it: `${gone} ${gone === 1 ? 'mese' : 'mesi'} su ${months}`, en: `${gone} of ${months} months` }),
    endText: isEnded
      ? say(locale, {
          it: `Concluso ${onDate('it', day)}: puoi cambiare quando vuoi`,
          en: `Ended ${onDate('en', day)}: you can change whenever you like`,
        })
      : say(locale, { it: `Finisce ${onDate('it', day)}`, en: `Ends ${onDate('en', day)}` }),
    penalty: cost,
    penaltyText: cost && say(locale, { it: `Recesso anticipato: ${cost.text}`, en: `Leaving earlier costs ${cost.text}` }),
  }
}

/** How many months of it are gone: told by comparing with the end of each, so that what was drawn is kept until the next. */
function monthsGone(start: number, end: number, { moment }: Input): { gone: number; months: number } {
  const months = Math.min(mostMonths, Math.max(1, Math.round((end - start) / monthMs)))
  let gone = 0
  while (gone < months && moment.isAfter(new Date(start + ((gone + 1) * (end - start)) / months).toISOString())) gone++
  return { gone, months }
}

/** A device that is paid for binds nobody any more. */
function instalmentsView({ id, name, price, instalments, endsOn }: Product, input: Input): ContractInstalments[] {
  if (!instalments || instalments.paid >= instalments.of) return []
  const { locale, money, date } = input.format
  const { paid, of } = instalments
  const left = price && money({ minor: price.minor * (of - paid), currency: price.currency })
  const last = endsOn !== undefined && !input.moment.isAfter(endsOn) ? endsOn : undefined
  const day = last && date(last)
  return [
    {
      id,
      device: name,
      ratio: paid / of,
      paidText: say(locale, {
        it: `${paid} ${paid === 1 ? 'rata pagata' : 'rate pagate'} su ${of}`,
        en: `${paid} of ${of} instalments paid`,
      }),
      monthly: price && money(price),
      monthlyText: price && priceSentence(input, price, true),
      left,
      leftText: left && say(locale, { it: `restano ${left.text}`, en: `${left.text} left` }),
      endsOn: last,
      endText: day && say(locale, { it: `Ultima rata ${onDate('it', day)}`, en: `Last instalment ${onDate('en', day)}` }),
    },
  ]
}

/** What an app that draws one gauge shows: the contract, else the first device. */
function gaugeOf(term: ContractTerm | undefined, [device]: readonly ContractInstalments[], label: TextView) {
  if (term) return { label, ratio: term.ratio, valueText: term.isEnded ? term.endText : term.progressText, actions: [] }
  return device && { label, ratio: device.ratio, valueText: device.paidText, actions: [] }
}
