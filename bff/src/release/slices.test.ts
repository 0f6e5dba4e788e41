import { expect, test } from 'vitest'
import { each, inSlices } from './slices.ts'

/** Keeps the processor busy for half a millisecond. */
function work(item: number): number {
  const until = performance.now() + 0.5
  while (performance.now() < until);
  return item * 2
}

test('what is made is all there, in its order', async () => {
  expect(await inSlices(each([1, 2, 3], (item) => item * 2))).toEqual([2, 4, 6])
  expect(await inSlices(each([], work))).toEqual([])
})

test('others get their turn in between', async () => {
  let turns = 0
  const count = () => {
    turns++
    counting = setImmediate(count)
  }
  let counting = setImmediate(count)
  const made = await inSlices(each(Array.from({ length: 100 }).keys(), work))
  clearImmediate(counting)
  expect(made).toHaveLength(100)
  // Slices of a millisecond and steps of half of one: two or three steps a turn.
  expect(turns).toBeGreaterThanOrEqual(25)
})

test('an error of a step is the error of the whole', async () => {
  const fail = () => {
    throw new Error('no')
  }
  await expect(inSlices(each([1], fail))).rejects.toThrow('no')
})
