import type { PresentInput } from './definition.ts'
import type { Fields } from './fields.ts'
import { refreshedBy } from './refreshed-by.ts'
import { say, sayText } from './say.ts'
import type { ActionView } from './view-model.ts'

type Needed = Pick<PresentInput<Fields, never>, 'content' | 'currency' | 'format' | 'contentsNeeding'>

/**
 * Tops one line up, after asking. The client adds the idempotency key, one per tap; every tile drawn from what it changes is refreshed.
 *
 * @param minor the amount in the brand's minor units
 * @param number the line's number, for the question; without it the question names only the amount
 */
export function topUpAction(input: Needed, lineId: string, minor: number, number?: string): ActionView {
  const { locale, money } = input.format
  const amount = money({ minor, currency: input.currency }).text
  return {
    __typename: 'RunMutation',
    id: `${input.content.id}:top-up:${minor}`,
    label: { value: amount, lang: locale },
    accessibilityLabel: say(locale, { it: `Ricarica di ${amount}`, en: `Top up ${amount}` }),
    confirm: {
      title: say(locale, { it: `Ricaricare ${amount}?`, en: `Top up ${amount}?` }),
      body: number && say(locale, { it: `Il credito va sulla linea ${number}.`, en: `The credit goes to line ${number}.` }),
      acceptLabel: say(locale, { it: 'Ricarica', en: 'Top up' }),
      cancelLabel: say(locale, { it: 'Annulla', en: 'Cancel' }),
    },
    operationId: 'topUp',
    variables: [
      { name: 'lineId', value: lineId },
      { name: 'amount', value: String(minor) },
    ],
    refreshes: refreshedBy(input, 'topUp'),
  }
}

/** A top-up button that says what it does, for tiles where the amount alone would not. Its words are its name: who speaks to the page says what he sees. */
export function labelledTopUpAction(input: Needed, lineId: string, minor: number): ActionView {
  const { accessibilityLabel: _, ...action } = topUpAction(input, lineId, minor)
  return { ...action, label: sayText(input.format.locale, { it: `Ricarica ${action.label.value}`, en: `Top up ${action.label.value}` }) }
}
