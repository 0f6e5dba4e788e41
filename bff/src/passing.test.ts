import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Passing } from './passing.ts'

const steps = fc.array(fc.record({ key: fc.integer({ min: 0, max: 9 }), isSet: fc.boolean() }), { maxLength: 200 })

test('whatever comes and goes, it holds what a map does', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const [passing, map] = [new Passing<number, object>(), new Map<number, object>()]
      for (const [step, { key, isSet }] of taken.entries()) {
        const value = { step }
        for (const one of [passing, map]) {
          if (isSet) one.set(key, value)
          else one.delete(key)
        }
        expect(passing.get(key)).toBe(map.get(key))
        expect([...passing.keys()]).toEqual([...map.keys()])
        expect(new Set(passing.values())).toEqual(new Set(map.values()))
      }
    }),
  )
})

test('all can be taken out while it is gone through', () => {
  const passing = new Passing<string, object>()
  for (const key of ['a', 'b', 'c']) passing.set(key, { key })
  for (const key of passing.keys()) passing.delete(key)
  expect(passing.values()).toEqual([])
})
