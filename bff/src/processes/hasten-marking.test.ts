import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { hastenMarking, type Listen } from './hasten-marking.ts'

/** Turns of the event loop that somebody else has asked for show in how often a counter that only looks is passed over: here each look at the clock is one. */
function start() {
  let heard: Parameters<Listen>[0] | undefined
  const seen = { looks: 0, now: 0, isListening: true }
  const end = hastenMarking(
    (all) => {
      heard = all
      return () => (seen.isListening = false)
    },
    () => {
      seen.looks++
      return seen.now
    },
  )
  const turns = async (count: number) => {
    const before = seen.looks
    for (let n = 0; n < count; n++) await turn()
    return seen.looks - before
  }
  return { seen, end, turns, begins: () => heard?.onMarking(), ends: () => heard?.onDone() }
}

test('as long as V8 marks, the loop turns; before and after it rests', async () => {
  const { turns, begins, ends } = start()
  expect(await turns(5)).toBe(0)
  begins()
  expect(await turns(20)).toBeGreaterThanOrEqual(19)
  ends()
  await turns(2)
  expect(await turns(5)).toBe(0)
})

test('two beginnings are one, and the next marking is hastened again', async () => {
  const { turns, begins, ends } = start()
  begins()
  begins()
  await turns(2)
  expect(await turns(20)).toBeLessThanOrEqual(21)
  ends()
  await turns(2)
  begins()
  expect(await turns(20)).toBeGreaterThanOrEqual(19)
  ends()
})

test('an end that is never told does not keep a process from its rest', async () => {
  const { seen, turns, begins } = start()
  begins()
  await turns(3)
  seen.now = 60_000
  await turns(2)
  expect(await turns(5)).toBe(0)
})

test('ended, it listens no more', async () => {
  const { seen, end, turns, begins } = start()
  begins()
  end()
  await turns(2)
  expect(await turns(5)).toBe(0)
  expect(seen.isListening).toBe(false)
})

test('a real collection is heard of from its marking to its end', async () => {
  const kept: unknown[][] = []
  let looks = 0
  const end = hastenMarking(undefined, () => {
    looks++
    return performance.now()
  })
  // Old objects by the million make V8 mark before long; it is heard of by the clock that is looked at each time the loop turns for it.
  for (let n = 0; n < 3_000 && looks === 0; n++) {
    kept.push(Array.from({ length: 5_000 }, (_, at) => ({ at })))
    await turn()
  }
  end()
  expect(looks).toBeGreaterThan(0)
})
