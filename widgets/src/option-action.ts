import type { Money, Product } from '@mosaic/schemas/bss'
import type { Locale } from '@mosaic/schemas/text'
import type { PresentInput } from './definition.ts'
import type { Fields } from './fields.ts'
import { priceSentence } from './price-words.ts'
import { say, sayText } from './say.ts'
import type { ActionView } from './view-model.ts'

type Needed = Pick<PresentInput<Fields, never>, 'content' | 'format' | 'refreshedBy'>
type Priced = { name: string; price: Money; recurring: boolean }

/** What those that are on cost a month, when there are several; nothing when there are several currencies, which nobody adds up. */
export function monthlyTotal(products: readonly Product[]): Money | undefined {
  const prices = products.flatMap(({ status, recurring, price }) => (status === 'active' && recurring && price ? [price] : []))
  const [first] = prices
  if (!first || prices.length < 2 || prices.some(({ currency }) => currency !== first.currency)) return undefined
  return { minor: prices.reduce((sum, { minor }) => sum + minor, 0), currency: first.currency }
}

/** Turns an offering of the catalogue on for a line, after saying what it costs. The price goes with it: nobody pays another than he was told. */
export function activateAction(input: Needed, lineId: string, { offeringId, ...option }: Priced & { offeringId: string }): ActionView {
  const { locale } = input.format
  const { name, price } = option
  return {
    __typename: 'RunMutation',
    id: `${input.content.id}:on:${offeringId}`,
    label: sayText(locale, { it: 'Attiva', en: 'Turn on' }),
    accessibilityLabel: say(locale, { it: `Attiva ${name}`, en: `Turn on ${name}` }),
    confirm: {
      title: say(locale, { it: `Attivare ${name}?`, en: `Turn on ${name}?` }),
      body: activation(input, locale, option),
      acceptLabel: say(locale, { it: 'Attiva', en: 'Turn on' }),
      cancelLabel: say(locale, { it: 'Annulla', en: 'Cancel' }),
    },
    operationId: 'activateOption',
    variables: [
      { name: 'lineId', value: lineId },
      { name: 'offeringId', value: offeringId },
      { name: 'price', value: String(price.minor) },
    ],
    refreshes: input.refreshedBy('switchOption'),
  }
}

type Owned = { productId: string; name: string; price?: Money | undefined; recurring: boolean }

/** Turns off what a line has, after saying what is lost and what is no longer paid. */
export function deactivateAction(input: Needed, lineId: string, { productId, name, price, recurring }: Owned): ActionView {
  const { locale } = input.format
  const saved = price && price.minor > 0 && recurring ? input.format.money(price).text : undefined
  return {
    __typename: 'RunMutation',
    id: `${input.content.id}:off:${productId}`,
    label: sayText(locale, { it: 'Disattiva', en: 'Turn off' }),
    accessibilityLabel: say(locale, { it: `Disattiva ${name}`, en: `Turn off ${name}` }),
    confirm: {
      title: say(locale, { it: `Disattivare ${name}?`, en: `Turn off ${name}?` }),
      body: saved
        ? say(locale, {
            it: `Quello che include finisce con la disattivazione. Dal prossimo rinnovo non paghi più ${saved} al mese.`,
            en: `What it includes ends when it is turned off. From the next renewal you no longer pay ${saved} a month.`,
          })
        : say(locale, {
            it: 'Quello che include finisce con la disattivazione.',
            en: 'What it includes ends when it is turned off.',
          }),
      acceptLabel: say(locale, { it: 'Disattiva', en: 'Turn off' }),
      cancelLabel: say(locale, { it: 'Annulla', en: 'Cancel' }),
    },
    operationId: 'deactivateOption',
    variables: [
      { name: 'lineId', value: lineId },
      { name: 'productId', value: productId },
    ],
    refreshes: input.refreshedBy('switchOption'),
  }
}

function activation(input: Needed, locale: Locale, { price, recurring }: Priced): string {
  const costs = priceSentence(input, price, recurring)
  return recurring
    ? say(locale, {
        it: `Costa ${costs}: il primo mese si paga ora, poi si rinnova da sola finché non la disattivi.`,
        en: `It costs ${costs}: the first month is paid now, then it renews by itself until you turn it off.`,
      })
    : say(locale, {
        it: `Costa ${costs}: si paga ora e non si rinnova.`,
        en: `It costs ${costs}: it is paid now and does not renew.`,
      })
}
