import type { Order } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { onDate, say, sayText, spoken } from '../say.ts'
import type { fields } from './widget.ts'

export type OrderStep = { id: string; text: string; state: Order['steps'][number]['state']; stateText: string }
export type OrderItem = {
  id: string
  kind: Order['kind']
  title: string
  state: Order['state']
  stateText: string
  isOpen: boolean
  placedOn: string
  placedText: string
  expectedOn?: string | undefined
  noteText?: string | undefined
  progressText?: string | undefined
  steps: OrderStep[]
}
export type OrdersPayload = { items: OrderItem[] }

type Input = PresentInput<typeof fields, 'orders'>

const dayMs = 86_400_000
const defaultDoneDays = 7
const defaultCount = 3

export function present(input: Input): Face<OrdersPayload> | LeaveOut {
  const { fields: own, data, format, text } = input
  const shown = data.orders.filter((order) => isOfKind(order, own.show) && (isOpen(order) || isRecent(order, input)))
  // What is under way is what people look for, whatever came after it.
  const sorted = [...shown.filter(isOpen), ...shown.filter((order) => !isOpen(order))].slice(0, own.count ?? defaultCount)
  if (sorted.length === 0) return { leaveOut: 'NO_ORDERS' }

  const items = sorted.map((order) => itemView(order, input))
  const title = text(own.title) ?? sayText(format.locale, { it: 'I tuoi ordini', en: 'Your orders' })
  const summary = spoken(...items.map(sentence))
  return {
    title,
    payload: { items },
    summary,
    list: {
      items: items.map(({ id, title: primary, noteText, placedText, stateText }) => ({
        id,
        primary,
        secondary: noteText ?? placedText,
        value: stateText,
      })),
    },
    accessibility: { label: spoken(title.value, summary), role: 'list', liveRegion: false },
  }
}

function isOfKind({ kind }: Order, show: 'all' | 'portIn' | undefined): boolean {
  return show !== 'portIn' || kind === 'portIn'
}

function isOpen({ state }: Order): boolean {
  return state !== 'completed' && state !== 'failed' && state !== 'cancelled' && state !== 'partial'
}

/** What has ended is still told for some days. */
function isRecent({ completedOn, placedOn }: Order, { fields: own, moment }: Input): boolean {
  const ended = Date.parse(completedOn ?? placedOn)
  const until = ended + (own.keepDoneDays ?? defaultDoneDays) * dayMs
  return !Number.isNaN(new Date(until).getTime()) && !moment.isAfter(new Date(until).toISOString())
}

function itemView(order: Order, input: Input): OrderItem {
  const { id, kind, state, placedOn, expectedOn } = order
  const { locale, date } = input.format
  const placed = date(placedOn)
  const steps = stepsOf(order, input)
  const done = steps.filter((step) => step.state === 'done').length
  return {
    id,
    kind,
    title: titleOf(order, input),
    state,
    stateText: say(locale, stateTexts[state]),
    isOpen: isOpen(order),
    placedOn,
    placedText: say(locale, { it: `Richiesto ${onDate('it', placed)}`, en: `Placed ${onDate('en', placed)}` }),
    expectedOn: isOpen(order) ? expectedOn : undefined,
    noteText: noteOf(order, input),
    progressText:
      steps.length > 0 && isOpen(order)
        ? say(locale, { it: `${done} di ${steps.length} passaggi fatti`, en: `${done} of ${steps.length} steps done` })
        : undefined,
    steps,
  }
}

function titleOf({ kind, action, name }: Order, { format: { locale } }: Input): string {
  if (kind === 'portIn') return say(locale, { it: 'Passaggio del tuo numero', en: 'Your number moves here' })
  if (kind === 'sim' && action === 'change') return say(locale, { it: 'Sostituzione della SIM', en: 'Replacement of your SIM' })
  if (kind === 'sim') return say(locale, { it: 'Nuova SIM', en: 'New SIM' })
  if (name === undefined) return say(locale, { it: 'Il tuo ordine', en: 'Your order' })
  if (action === 'remove') return say(locale, { it: `Disattivazione: ${name}`, en: `Turning off: ${name}` })
  return kind === 'option' ? say(locale, { it: `Attivazione: ${name}`, en: `Turning on: ${name}` }) : name
}

/** What else there is to know: until when, that it takes longer, or how it ended. */
function noteOf(order: Order, { format: { locale, date }, moment }: Input): string | undefined {
  const { state, expectedOn, completedOn } = order
  if (state === 'failed')
    return say(locale, { it: 'Non è andato a buon fine: puoi richiederlo di nuovo.', en: 'It did not work out: you can ask again.' })
  if (!isOpen(order)) {
    const ended = completedOn && date(completedOn)
    return ended && say(locale, { it: `Concluso ${onDate('it', ended)}`, en: `Ended ${onDate('en', ended)}` })
  }
  if (state === 'held') {
    return say(locale, {
      it: 'Manca una verifica: ti avvisiamo noi appena è fatta.',
      en: 'One check is missing: we tell you when it is done.',
    })
  }
  if (expectedOn === undefined) return undefined
  if (moment.isAfter(expectedOn)) {
    return say(locale, {
      it: 'Serve più tempo del previsto, ci stiamo lavorando.',
      en: 'It takes longer than expected, we are working on it.',
    })
  }
  const expected = date(expectedOn)
  return say(locale, { it: `Previsto entro ${onDate('it', expected)}`, en: `Expected by ${expected}` })
}

/** The operator's own steps; an order of one thing goes through three. One that has failed has come to no step worth telling. */
function stepsOf(order: Order, { format: { locale } }: Input): OrderStep[] {
  const { state, steps } = order
  if (state === 'failed' || state === 'cancelled') return []
  const told =
    steps.length > 1
      ? steps.map(({ name, state: own }) => ({ text: name, state: own }))
      : usualSteps(state).map((step) => ({ ...step, text: say(locale, step.text) }))
  return told.map((step, index) => ({ ...step, id: String(index + 1), stateText: say(locale, stepTexts[step.state]) }))
}

function usualSteps(state: Order['state']) {
  const reached = state === 'completed' || state === 'partial' ? 3 : state === 'acknowledged' ? 1 : 2
  const texts: TwoLanguages[] = [stateTexts.acknowledged, stateTexts.inProgress, stateTexts.completed]
  return texts.map((text, index) => {
    const isCurrent = index === reached - 1 && reached === 2
    return { text, state: isCurrent ? ('current' as const) : index < reached ? ('done' as const) : ('todo' as const) }
  })
}

const stateTexts: Record<Order['state'], TwoLanguages> = {
  acknowledged: { it: 'Ricevuto', en: 'Received' },
  inProgress: { it: 'In lavorazione', en: 'In progress' },
  held: { it: 'In verifica', en: 'Being checked' },
  pending: { it: 'In attesa', en: 'Waiting' },
  completed: { it: 'Completato', en: 'Done' },
  failed: { it: 'Non riuscito', en: 'Not done' },
  cancelled: { it: 'Annullato', en: 'Cancelled' },
  partial: { it: 'Completato in parte', en: 'Partly done' },
}

const stepTexts: Record<OrderStep['state'], TwoLanguages> = {
  done: { it: 'Fatto', en: 'Done' },
  current: { it: 'In corso', en: 'Now' },
  todo: { it: 'Da fare', en: 'To do' },
  failed: { it: 'Non riuscito', en: 'Not done' },
}

function sentence({ title, stateText, placedText, noteText, progressText }: OrderItem): string {
  return spoken(`${title}: ${stateText}`, noteText ?? placedText, progressText)
}
