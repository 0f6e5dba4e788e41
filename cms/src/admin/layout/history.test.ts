import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyHistory, mostSteps, recorded, redo, undo, type Step } from './history.ts'

const step = (value: number): Step => {
  const change = { what: 'number', tile: 't', device: 'compact', name: 'columns' } as const
  return { redo: [{ ...change, value }], undo: [{ ...change, value: value - 1 }] }
}
const after = (count: number) => Array.from({ length: count }, (_, index) => step(index + 1)).reduce(recorded, emptyHistory)

describe('what was done to a layout', () => {
  test('can be taken back for more than fifty steps, newest first, and done again', () => {
    let history = after(60)
    const values: unknown[] = []
    for (let taken = undo(history); taken; taken = undo(history)) {
      history = taken.history
      values.push(taken.step.undo[0])
    }
    expect(values).toEqual(Array.from({ length: 60 }, (_, index) => step(60 - index).undo[0]))
    let again = 0
    for (let done = redo(history); done; done = redo(history)) {
      history = done.history
      again++
    }
    expect([again, history]).toEqual([60, after(60)])
  })

  test('is bounded: the oldest steps go', () => {
    expect(after(mostSteps + 5).done).toHaveLength(mostSteps)
    expect(after(mostSteps + 5).done[0]).toEqual(step(6))
  })

  test('something new forgets what had been taken back', () => {
    const taken = undo(after(3))
    expect(redo(recorded(taken?.history ?? emptyHistory, step(9)))).toBeUndefined()
  })

  test('any walk of undo and redo ends where it should', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 80 }), (walk) => {
        let [history, at] = [after(20), 20]
        for (const back of walk) {
          const moved = back ? undo(history) : redo(history)
          if (moved) [history, at] = [moved.history, at + (back ? -1 : 1)]
        }
        expect([history.done.length, history.undone.length]).toEqual([at, 20 - at])
      }),
    )
  })
})
