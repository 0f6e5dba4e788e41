import type { Plan, Product } from '@mosaic/schemas/bss'
import { expect, test } from 'vitest'
import { describeWidget } from '../conformance.ts'
import { composeFixture, readFixtures, type Fixture } from '../testing/fixture.ts'
import { widget as shown } from '../testing/inspect.ts'
import type { ContractPayload } from './present.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

const ready = readFixtures(import.meta.dirname).find(({ file }) => file === 'ready.json')?.fixture as Fixture
const device: Product = {
  id: 'D-1',
  name: 'Orizzonte 5',
  category: 'device',
  status: 'active',
  recurring: true,
  price: { minor: 1_250, currency: 'EUR' },
  instalments: { paid: 14, of: 24 },
}
const compose = (contract: Plan['contract'], products: Product[] = []) => {
  const plan: Plan = { id: 'L-1', name: 'Aurora', status: 'active', allowances: [], ...(contract && { contract }) }
  return composeFixture({ ...ready, data: { plan, products } })
}
const payloadOf = (...args: Parameters<typeof compose>) => shown(compose(...args))['contract'] as ContractPayload

test.each([
  ['2026-11-22T10:00:00Z', 0],
  ['2026-10-22T10:00:00Z', 1],
  ['2025-11-22T09:00:00Z', 12],
])('of a contract of two years that began on %s %i months are gone', (startsOn, gone) => {
  const end = new Date(startsOn)
  end.setUTCFullYear(end.getUTCFullYear() + 2)
  const { term } = payloadOf({ startsOn, endsOn: end.toISOString() })
  expect(term?.progressText).toBe(`${gone} ${gone === 1 ? 'mese' : 'mesi'} su 24`)
  expect(term?.ratio).toBe(gone / 24)
})

test('a contract that has ended says so, costs nothing to leave, and after a while is not told any more', () => {
  const contract = { startsOn: '2024-11-22T10:00:00Z', penalty: { minor: 4_900, currency: 'EUR' } }
  const { term } = payloadOf({ ...contract, endsOn: '2026-11-20T10:00:00Z' })
  expect(term).toMatchObject({ isEnded: true, ratio: 1, endText: 'Concluso il 20 novembre: puoi cambiare quando vuoi' })
  expect(term).not.toHaveProperty('penalty')
  expect(compose({ ...contract, endsOn: '2026-08-20T10:00:00Z' })).toMatchObject({ reason: 'NO_CONTRACT' })
})

test('what is left of a device is what its open instalments come to', () => {
  expect(payloadOf(undefined, [device]).instalments).toMatchObject([{ ratio: 14 / 24, left: { amount: '125.00' } }])
  const { price: _, ...withoutPrice } = device
  expect(payloadOf(undefined, [withoutPrice]).instalments[0]).not.toHaveProperty('left')
  expect(compose(undefined, [{ ...device, instalments: { paid: 24, of: 24 } }])).toMatchObject({ reason: 'NO_CONTRACT' })
  expect(compose(undefined, [{ ...device, status: 'off' }])).toMatchObject({ reason: 'NO_CONTRACT' })
})

test('a contract that would end before it begins binds nobody', () => {
  expect(compose({ startsOn: '2026-11-22T10:00:00Z', endsOn: '2026-11-22T10:00:00Z' })).toMatchObject({ reason: 'NO_CONTRACT' })
})
