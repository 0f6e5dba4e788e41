import { expect, test } from 'vitest'
import { createValues } from './values.ts'

/** More than any process keeps warm. */
const many = 10_000
const text = (of: number) => JSON.stringify({ of, due: { amount: of * 100, currency: 'EUR' } })

test('as long as others are few, the objects are those that came', () => {
  const came = { amount: 1_200 }
  const value = createValues().keep(JSON.stringify(came), came, false)
  expect(value.read()).toBe(came)
})

test('whatever has been asked for since, a value says what its text says', () => {
  const values = createValues()
  const kept = Array.from({ length: many }, (_, of) => values.keep(text(of), JSON.parse(text(of)), false))
  for (const [of, value] of kept.entries()) expect(value.read()).toEqual(JSON.parse(text(of)))
})

test('objects nobody wants go, and are the same for all who want them soon after each other', () => {
  const values = createValues()
  const came = { amount: 1_200 }
  const value = values.keep(JSON.stringify(came), came, false)
  for (let of = 0; of < many; of++) values.keep(text(of), JSON.parse(text(of)), false)
  const again = value.read()
  expect(again).not.toBe(came)
  expect(again).toEqual(came)
  expect(value.read()).toBe(again)
})

test('what everybody asks for stays', () => {
  const values = createValues()
  const catalogue = [{ offeringId: 'O-1' }]
  const value = values.keep(JSON.stringify(catalogue), catalogue, true)
  for (let of = 0; of < many; of++) values.keep(text(of), JSON.parse(text(of)), false)
  expect(value.read()).toBe(catalogue)
})
