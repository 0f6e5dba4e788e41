import { expect, test } from 'vitest'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const sim = useRestSource('sim')
const traits = (values: Record<string, string>) => Object.entries(values).map(([name, value]) => ({ name, value }))
const product = {
  id: 'L-1',
  status: 'active',
  realizingResource: [{ id: '89393', value: '8939399001234567890', '@referredType': 'LogicalResource' }],
  productCharacteristic: traits({ simForm: 'eSIM', deviceModel: 'Vela 7' }),
}

test('what it is, what it is in, and how its number ends', async () => {
  expect(await sim.read(product)).toEqual({ form: 'esim', state: 'active', serialEnd: '7890', device: 'Vela 7' })
})

test('a PUK, a PIN or the whole number is never read, wherever systems keep them', async () => {
  const secrets = traits({ puk: '12345678', PUK: '12345678', pin: '1234', iccid: '8939399001234567890' })
  const read = await sim.read({ ...product, puk: '12345678', productCharacteristic: [...product.productCharacteristic, ...secrets] })
  expect(Object.keys(read).sort()).toEqual(['device', 'form', 'serialEnd', 'state'])
  expect(JSON.stringify(read)).not.toMatch(/12345678|893939/)
})

test('what another one costs, by its form; a price that cannot be read is none', async () => {
  const price = (priceType: string, value: unknown) => ({ priceType, price: { taxIncludedAmount: { unit: 'EUR', value } } })
  const productPrice = [price('recurring', 9.99), price('SIM_replacement', '10.00'), price('esimReplacement', 0)]
  expect(await sim.read({ ...product, productPrice })).toMatchObject({
    replacement: { sim: { minor: 1_000, currency: 'EUR' }, esim: { minor: 0, currency: 'EUR' } },
  })
  expect(await sim.read({ ...product, productPrice: [price('simReplacement', 'ten')] })).not.toHaveProperty('replacement')
})

test.each([
  [{ status: 'Suspended ' }, 'blocked'],
  [{ status: 'terminated' }, 'blocked'],
  [{ productCharacteristic: traits({ simStatus: 'blocked' }) }, 'blocked'],
  [{ status: 'suspended', productCharacteristic: traits({ simStatus: 'replacing' }) }, 'replacing'],
  [{ productCharacteristic: traits({ simStatus: 'to-install' }) }, 'toInstall'],
  [{ productCharacteristic: traits({ simStatus: 'sleepy' }) }, 'active'],
])('%j: it is %s', async (changes, state) => expect(await sim.read({ ...product, ...changes })).toMatchObject({ state }))

test.each<[unknown, unknown]>([
  [[{ id: 'R' }], '4321'],
  [undefined, '4321'],
  [[{ id: 'R', value: 'none' }], undefined],
])('the number stands in one of two places: %j', async (realizingResource, serialEnd) => {
  const read = await sim.read({ ...product, realizingResource, productSerialNumber: '893939900 4321F' })
  expect(read.serialEnd).toBe(serialEnd)
})

test('no product is a bad answer', async () => {
  await expect(sim.read([])).rejects.toMatchObject(badAt('product.id'))
})

test('whatever comes is a SIM or a bad answer', () => sim.expectNothingElse(jsonLike(product)))
