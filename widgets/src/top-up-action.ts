import type { Locale } from '@mosaic/schemas/text'
import type { PresentInput } from './definition.ts'
import type { Fields } from './fields.ts'
import { say } from './say.ts'
import { shared } from './shared.ts'
import type { ActionView, MoneyView, TextView, VariableView } from './view-model.ts'

type Needed = Pick<PresentInput<Fields, never>, 'content' | 'currency' | 'format' | 'refreshedBy'>

/**
 * Tops one line up, after asking. The client adds the idempotency key, one per tap; every tile drawn from what it changes is refreshed.
 *
 * @param minor the amount in the brand's minor units
 * @param number the line's number, for the question; without it the question names only the amount
 */
export function topUpAction(input: Needed, lineId: string, minor: number, number?: string): ActionView {
  const { locale, money } = input.format
  const { label, accessibilityLabel, question, amount } = wordsOf(money({ minor, currency: input.currency }), minor, locale)
  return {
    __typename: 'RunMutation',
    id: `${input.content.id}:top-up:${minor}`,
    label,
    accessibilityLabel,
    confirm: {
      title: question,
      body: number && say(locale, { it: `Il credito va sulla linea ${number}.`, en: `The credit goes to line ${number}.` }),
      acceptLabel: say(locale, acceptLabels),
      cancelLabel: say(locale, cancelLabels),
    },
    operationId: 'topUp',
    variables: [{ name: 'lineId', value: lineId }, amount],
    refreshes: input.refreshedBy('topUp'),
  }
}

/** A top-up button that says what it does, for tiles where the amount alone would not. Its words are its name: who speaks to the page says what he sees. */
export function labelledTopUpAction(input: Needed, lineId: string, minor: number): ActionView {
  const { locale, money } = input.format
  const { accessibilityLabel: _, ...action } = topUpAction(input, lineId, minor)
  return { ...action, label: wordsOf(money({ minor, currency: input.currency }), minor, locale).longLabel }
}

const acceptLabels = { it: 'Ricarica', en: 'Top up' }
const cancelLabels = { it: 'Annulla', en: 'Cancel' }

type Words = { label: TextView; longLabel: TextView; accessibilityLabel: string; question: string; amount: VariableView }

/** By amount as a format of one language writes it, which is the same object each time. */
const known = new WeakMap<MoneyView, Words>()

/** What is said of an amount, whoever it is for. */
function wordsOf(money: MoneyView, minor: number, locale: Locale): Words {
  let words = known.get(money)
  if (!words) {
    const { text } = money
    words = {
      label: shared({ value: text, lang: locale }),
      longLabel: shared({ value: say(locale, { it: `Ricarica ${text}`, en: `Top up ${text}` }), lang: locale }),
      accessibilityLabel: say(locale, { it: `Ricarica di ${text}`, en: `Top up ${text}` }),
      question: say(locale, { it: `Ricaricare ${text}?`, en: `Top up ${text}?` }),
      amount: shared({ name: 'amount', value: String(minor) }),
    }
    known.set(money, words)
  }
  return words
}
