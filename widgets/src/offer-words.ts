import type { Line, Offering } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { PresentInput } from './definition.ts'
import type { Fields } from './fields.ts'
import type { Format } from './format.ts'
import { priceSentence } from './price-words.ts'
import { say, sayText } from './say.ts'
import type { ActionView } from './view-model.ts'

type Needed = Pick<PresentInput<Fields, never>, 'content' | 'format' | 'refreshedBy'>

/** Why the operator would offer it to this customer, in a few words; `undefined` for a reason that this version has no words for. */
export function reasonText(reason: string | undefined, { locale }: Pick<Format, 'locale'>): string | undefined {
  const words = reason !== undefined && Object.hasOwn(reasons, reason) ? reasons[reason] : undefined
  return words && say(locale, words)
}

const reasons: Readonly<Record<string, TwoLanguages>> = {
  dataNearlyUsedUp: { it: 'Hai quasi finito i giga', en: 'Your data is nearly used up' },
  moreMinutes: { it: 'Per chiamare con tranquillità', en: 'For calling at ease' },
  paysByUse: { it: 'Per sapere sempre quanto spendi', en: 'To know what you spend' },
  oneLineOnly: { it: 'Per una seconda SIM in famiglia', en: 'For a second SIM in the family' },
  noInternetAtHome: { it: 'Per avere internet anche a casa', en: 'For internet at home too' },
  travels: { it: 'Per quando viaggi', en: 'For when you travel' },
  noProtection: { it: 'Per navigare più al sicuro', en: 'For browsing more safely' },
  officeWithoutInternet: { it: 'Per la rete dell’ufficio', en: 'For the network of your office' },
}

/**
 * Buys one offering for one line, after a question that says what, for how much, how often and how it is paid. The price goes along: nobody pays
 * another than the one he agreed to.
 */
export function buyAction(input: Needed, { id, name, price, recurring }: Offering, line: Line): ActionView {
  const { content, format } = input
  const { locale } = format
  const priceText = price && priceSentence(input, price, recurring)
  const costs = priceText ?? say(locale, { it: 'senza costi', en: 'free of charge' })
  const number = format.msisdn(line.msisdn)
  const sentences = [
    capitalised(say(locale, { it: `${costs}, sulla linea ${number}.`, en: `${costs}, on line ${number}.` })),
    priceText && say(locale, line.payment === 'postpaid' ? onTheBill : fromTheCredit),
    recurring &&
      say(locale, {
        it: 'Il rinnovo è mensile e puoi fermarlo quando vuoi.',
        en: 'It renews every month, and you can stop it whenever you like.',
      }),
  ]
  return {
    __typename: 'RunMutation',
    id: `${content.id}:buy:${id}`,
    label: sayText(locale, { it: 'Attiva', en: 'Activate' }),
    accessibilityLabel: say(locale, { it: `Attiva ${name}, ${costs}`, en: `Activate ${name}, ${costs}` }),
    confirm: {
      title: say(locale, { it: `Attivare ${name}?`, en: `Activate ${name}?` }),
      body: sentences.filter(Boolean).join(' '),
      acceptLabel: say(locale, { it: 'Attiva', en: 'Activate' }),
      cancelLabel: say(locale, { it: 'Annulla', en: 'Cancel' }),
    },
    operationId: 'buyOffer',
    variables: [
      { name: 'lineId', value: line.id },
      { name: 'offeringId', value: id },
      ...(price ? [{ name: 'price', value: String(price.minor) }] : []),
    ],
    refreshes: input.refreshedBy('buyOffer'),
  }
}

const onTheBill = { it: 'L’importo arriva con la prossima fattura.', en: 'The amount comes with your next bill.' }
const fromTheCredit = { it: 'L’importo è scalato dal credito.', en: 'The amount is taken from your credit.' }

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
