import type { Sim } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { Reading } from '../../tolerant/reading.ts'

/** What is read; nothing else need be sent. */
const fields = ['id', 'status', 'productSerialNumber', 'realizingResource', 'productCharacteristic', 'productPrice']

/** TMF637 `product/<line>`: the SIM that realizes a line. Of all that systems keep in its characteristics only what is named here is read. */
export const sim: Source<'sim', 'rest'> = {
  version: 2,
  async ask(context, { lineId }) {
    const { body } = await context.send({ api: 'productInventory', path: `product/${encodeURIComponent(lineId)}`, fields })
    const product = new Reading(body, 'product')
    product.at('id').requiredText('the id of a line')
    const trait = (name: string) => product.at('productCharacteristic').characteristic(name)
    const serialEnd = serialEndOf(product)
    const device = trait('deviceModel').text()
    const replacement = replacementOf(product, context.currency)
    return {
      form: trait('simForm').word() === 'esim' ? 'esim' : 'sim',
      state: stateOf(trait('simStatus').word(), product.at('status').word()),
      ...(serialEnd !== undefined && { serialEnd }),
      ...(device && { device }),
      ...(replacement && { replacement }),
    }
  },
}

/** The last digits: enough to tell two SIMs apart, and of no use to anybody else. */
function serialEndOf(product: Reading): string | undefined {
  const [resource] = product.at('realizingResource').items()
  const number = resource?.at('value').text() ?? product.at('productSerialNumber').text()
  return /\d{4}(?=\D*$)/.exec(number ?? '')?.[0]
}

/** What another SIM for the line costs: the contract leaves the types of prices open. */
function replacementOf(product: Reading, currency: string): Sim['replacement'] {
  const prices = product.at('productPrice').items()
  const priceOf = (type: string) =>
    prices
      .find((price) => price.at('priceType').word() === type)
      ?.at('price', 'taxIncludedAmount')
      .money(currency)
  const [sim, esim] = [priceOf('simreplacement'), priceOf('esimreplacement')]
  return sim || esim ? { ...(sim && { sim }), ...(esim && { esim }) } : undefined
}

function stateOf(sim: string | undefined, line: string | undefined): Sim['state'] {
  if (sim === 'replacing' || sim === 'toinstall') return sim === 'replacing' ? 'replacing' : 'toInstall'
  return sim === 'blocked' || line === 'suspended' || line === 'terminated' ? 'blocked' : 'active'
}
