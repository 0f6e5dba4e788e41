import { expect, test } from 'vitest'
import { cycle, nameOf } from './machine.ts'

test('a cycle comes to every place once before it comes back', () => {
  for (const length of [1, 2, 3, 1_000]) {
    const next = cycle(length)
    const seen = new Set<number>()
    for (let at = 0; !seen.has(at); at = next[at] ?? -1) seen.add(at)
    expect([...seen].toSorted((one, other) => one - other)).toEqual(Array.from({ length }, (_, place) => place))
  }
})

test('a machine says how long its idle cores wait for work, where they can be told to', () => {
  const one = { cpu: 'One', cores: 2, memoryGb: 24, node: '26.0.0', platform: 'linux x64', readNs: { 1: 8, 16: 50 } }
  const name = 'One, 2 cores, 24 GB, Node 26.0.0; a random read takes 8 ns in 1 MB, 50 ns in 16 MB'
  expect(nameOf(one)).toBe(name)
  expect(nameOf({ ...one, haltPollUs: 0 })).toBe(`${name}; an idle core halts at once`)
  expect(nameOf({ ...one, haltPollUs: 200 })).toBe(`${name}; an idle core halts after 200 µs`)
})

test('a machine says when its programs let each other finish', () => {
  const one = { cpu: 'One', cores: 2, memoryGb: 24, node: '26.0.0', platform: 'linux x64', readNs: { 1: 8 } }
  const name = 'One, 2 cores, 24 GB, Node 26.0.0; a random read takes 8 ns in 1 MB'
  expect(nameOf(one)).toBe(name)
  expect(nameOf({ ...one, scheduling: 'batch' })).toBe(`${name}; who is woken waits for who runs (SCHED_BATCH)`)
})
