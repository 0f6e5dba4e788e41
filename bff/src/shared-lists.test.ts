import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { createSharedLists } from './shared-lists.ts'

test('equal lists are one list, and others are others, whatever comes in between', () => {
  const lists = array(array(constantFrom('a', 'b', 'c'), { maxLength: 4 }), { maxLength: 30 })
  assert(
    property(lists, (given) => {
      const share = createSharedLists<string>(1_000)
      const seen = new Map<string, readonly string[]>()
      for (const list of given) {
        const one = share(list)
        expect(one).toEqual(list)
        expect(seen.get(list.join()) ?? one).toBe(one)
        seen.set(list.join(), one)
      }
      expect(new Set(seen.values()).size).toBe(seen.size)
    }),
  )
})

test('the list that was given may be changed afterwards', () => {
  const share = createSharedLists<string>(10)
  const given = ['a']
  const one = share(given)
  given.push('b')
  expect(one).toEqual(['a'])
})

test('it begins anew when it knows too many: those from before stay what they are', () => {
  const share = createSharedLists<number>(2)
  const one = share([1])
  share([2])
  expect(share([3])).toEqual([3])
  expect(share([1])).not.toBe(one)
  expect(share([1])).toEqual(one)
})
