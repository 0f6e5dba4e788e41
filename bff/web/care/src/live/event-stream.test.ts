import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEventReader } from './event-stream.ts'

const stream = ':\n\nevent: next\ndata: {"a":1}\n\n:\n\nevent: next\ndata: {"a":2}\n\nevent: complete\ndata:\n\n'
const events = [
  { name: 'next', data: '{"a":1}' },
  { name: 'next', data: '{"a":2}' },
  { name: 'complete', data: '' },
]

test('events are the same, wherever the pieces end', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: stream.length })), (cuts) => {
      const places = [0, ...cuts.toSorted((one, other) => one - other), stream.length]
      const { push } = createEventReader()
      expect(places.slice(1).flatMap((end, index) => push(stream.slice(places[index], end)))).toEqual(events)
    }),
  )
})

test('what is not whole yet is waited for; pings and lines nobody knows are nothing', () => {
  const { push } = createEventReader()
  expect(push('id: 7\nretry: 10\nevent: next\nda')).toEqual([])
  expect(push('ta:x\r\ndata: y\r\n\r\n: ping\n\n')).toEqual([{ name: 'next', data: 'x\ny' }])
})

test('an event without end is given up', () => {
  expect(() => createEventReader().push('x'.repeat(70_000))).toThrow(RangeError)
})
