import type { Counter } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import { billStateOf, createMoment, type Format } from '@mosaic/widgets'
import { formatFor } from '../home/formats.ts'
import { myAnswer, type MyAnswer, type MyDependencies } from '../me/my-answer.ts'
import type { Asked } from './asked.ts'

/** One thing that changes while somebody is on the phone: credit, what is open, what is left; with its age. */
export type Figure = {
  id: string
  label: string
  value: string
  isStale: boolean
  /** ISO 8601 in UTC. */
  fetchedAt: string | undefined
  state: MyAnswer<unknown>['state']
}

/**
 * How money, plan and allowances of one line stand. Each system answers for itself: one that does not is a figure that says so. What a line does not have, such
 * as the credit of one that is paid by bill, is no figure. Throws what `myAnswer` throws.
 */
export async function figuresOf(dependencies: MyDependencies, { release, locale, request }: Asked): Promise<Figure[]> {
  const format = formatFor(locale, release.brand.timeZone, request.now)
  const say = (texts: TwoLanguages) => texts[locale]
  const ofLine = request.session.lines.length > 0
  const none = { it: 'I sistemi non rispondono', en: 'The systems are not answering' }
  const figure = <Value>(
    id: string,
    label: TwoLanguages,
    answer: MyAnswer<Value>,
    read: (value: Value) => string | undefined,
  ): Figure[] => {
    const value = answer.value === undefined ? say(none) : read(answer.value)
    if (value === undefined) return []
    const { state, freshness } = answer
    return [{ id, label: say(label), value, isStale: freshness?.isStale ?? false, fetchedAt: freshness?.fetchedAt, state }]
  }

  const [lines, balance, account, bills, usage] = await Promise.all([
    ofLine ? myAnswer(dependencies, request, 'lines', (value) => value) : undefined,
    ofLine ? myAnswer(dependencies, request, 'balance', (value) => value) : undefined,
    myAnswer(dependencies, request, 'account', (value) => value),
    myAnswer(dependencies, request, 'bills', (value) => value),
    ofLine ? myAnswer(dependencies, request, 'usage', ({ counters }) => counters) : undefined,
  ])
  return [
    ...(lines ? figure('plan', { it: 'Piano', en: 'Plan' }, lines, (all) => all.find(({ id }) => id === lines.lineId)?.planName) : []),
    ...(balance ? figure('credit', { it: 'Credito', en: 'Credit' }, balance, ({ amount }) => amount && format.money(amount).text) : []),
    ...figure('due', { it: 'Da pagare', en: 'To be paid' }, account, ({ id, due, overdue }) => {
      if (id === undefined && due.minor === 0) return undefined
      const late =
        overdue.minor > 0 && say({ it: `di cui ${format.money(overdue).text} in ritardo`, en: `${format.money(overdue).text} of it late` })
      return [format.money(due).text, late].filter(Boolean).join(', ')
    }),
    ...figure('bill', { it: 'Ultima fattura', en: 'Latest bill' }, bills, (all) => {
      const bill = all.toSorted((one, other) => other.issuedOn.localeCompare(one.issuedOn))[0]
      if (!bill) return undefined
      return `${format.money(bill.amount).text} · ${say(billWords[billStateOf(bill, createMoment(request.now))])}`
    }),
    ...(usage ? counters.flatMap(({ type, label }) => figure(type, label, usage, (all) => leftOf(all, type, format, say))) : []),
  ]
}

export const billWords: Record<'issued' | 'paid' | 'overdue', TwoLanguages> = {
  issued: { it: 'da pagare', en: 'to be paid' },
  paid: { it: 'pagata', en: 'paid' },
  overdue: { it: 'scaduta', en: 'overdue' },
}

const counters = [
  { type: 'data', label: { it: 'Giga rimasti', en: 'Data left' } },
  { type: 'voice', label: { it: 'Minuti rimasti', en: 'Minutes left' } },
  { type: 'sms', label: { it: 'SMS rimasti', en: 'Texts left' } },
] as const satisfies readonly { type: Counter['type']; label: TwoLanguages }[]

/** Of all allowances of a type at home; absent when the plan has none. */
function leftOf(all: readonly Counter[], type: Counter['type'], format: Format, say: (texts: TwoLanguages) => string): string | undefined {
  const own = all.filter((counter) => counter.type === type && !counter.isRoaming)
  if (own.length === 0) return undefined
  if (own.some(({ total }) => total === undefined)) return say({ it: 'senza limiti', en: 'unlimited' })
  // A system may count past the allowance: nothing is left then, never less than nothing.
  const left = own.reduce((sum, { total = 0, used }) => sum + Math.max(0, total - used), 0)
  const of = own.reduce((sum, { total = 0 }) => sum + total, 0)
  const amount = (value: number) => (type === 'data' ? format.data(value) : format.number(value))
  return say({ it: `${amount(left)} di ${amount(of)}`, en: `${amount(left)} of ${amount(of)}` })
}
