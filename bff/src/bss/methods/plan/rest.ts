import type { Plan } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { Reading } from '../../tolerant/reading.ts'
import { lineStatusOf } from '../lines/rest.ts'

const fields = ['id', 'name', 'status', 'productCharacteristic', 'productOffering', 'productPrice', 'productTerm']
const allowanceTypes = ['data', 'voice', 'sms'] as const
const allowanceNames = { data: 'includedData', voice: 'includedVoice', sms: 'includedSms' } as const

/** TMF637 `product/<line>`: the plan of one line, what is in it and what binds it. */
export const plan: Source<'plan', 'rest'> = {
  version: 1,
  async ask(context, { lineId }) {
    const { body } = await context.send({ api: 'productInventory', path: `product/${encodeURIComponent(lineId)}`, fields })
    const product = new Reading(body, 'product')
    const id = product.at('id').requiredText('the id of a line')
    const renewsOn = trait(product, 'renewalDate').instant()
    const price = priceOf(product, 'recurring', context.currency)
    const contract = contractOf(product, context.currency)
    return {
      id,
      name: product.at('name').text() ?? product.at('productOffering', 'name').text() ?? id,
      status: lineStatusOf(product),
      allowances: allowanceTypes.flatMap((type) => allowanceOf(product, type)),
      ...(price && { price }),
      ...(renewsOn && { renewsOn }),
      ...(contract && { contract }),
    }
  },
}

function trait(product: Reading, name: string): Reading {
  return product.at('productCharacteristic').characteristic(name)
}

function allowanceOf(product: Reading, type: (typeof allowanceTypes)[number]): Plan['allowances'] {
  const included = trait(product, allowanceNames[type])
  if (included.word() === 'unlimited') return [{ type }]
  const amount = included.number()
  return amount !== undefined && amount > 0 ? [{ type, amount }] : []
}

/** The term that ends last; one without its dates binds nobody. */
function contractOf(product: Reading, currency: string): Plan['contract'] {
  const terms = product
    .at('productTerm')
    .items()
    .flatMap((term) => {
      const startsOn = term.at('validFor', 'startDateTime').instant()
      const endsOn = term.at('validFor', 'endDateTime').instant()
      return startsOn && endsOn && startsOn < endsOn ? [{ startsOn, endsOn }] : []
    })
  const last = terms.sort((a, b) => (a.endsOn < b.endsOn ? 1 : -1))[0]
  const penalty = priceOf(product, 'penalty', currency)
  return last && { ...last, ...(penalty && { penalty }) }
}

function priceOf(product: Reading, type: string, currency: string) {
  const prices = product.at('productPrice').items()
  return prices
    .find((price) => price.at('priceType').word() === type)
    ?.at('price', 'taxIncludedAmount')
    .money(currency)
}
