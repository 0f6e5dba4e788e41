import { expect, test } from 'vitest'
import { createAgenda } from './agenda.ts'

test('what is due is taken once, and nothing before its time', () => {
  const agenda = createAgenda<string>(1_000)
  agenda.add(1_005.5, 'second')
  agenda.add(1_002, 'first')
  agenda.add(9_000, 'much later')
  expect(agenda.take(1_002)).toEqual([])
  expect(agenda.take(1_003)).toEqual([{ dueMs: 1_002, item: 'first' }])
  expect(agenda.size).toBe(2)
  expect(agenda.take(1_010)).toEqual([{ dueMs: 1_005.5, item: 'second' }])
  expect(agenda.take(1_010)).toEqual([])
  expect(agenda.take(9_001)).toEqual([{ dueMs: 9_000, item: 'much later' }])
})

test('what is put down too late is due at once, and still counts from its own moment', () => {
  const agenda = createAgenda<string>(1_000)
  agenda.take(2_000)
  agenda.add(1_500, 'late')
  expect(agenda.take(2_001)).toEqual([{ dueMs: 1_500, item: 'late' }])
})
