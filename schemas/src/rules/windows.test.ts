import { describe, expect, test } from 'vitest'
import { compileRule } from './compile.ts'
import type { Operator, Rule, Truth } from './types.ts'

function ask(operator: Operator, value: Rule['value'], fact: string, now = '2026-11-22T10:00:00Z', timeZone = 'Europe/Rome'): Truth {
  const rule = compileRule({ combinator: 'and', rules: [{ field: 'line.activatedOn', operator, ...(value !== undefined && { value }) }] })
  return rule({ 'line.activatedOn': fact }, { now: new Date(now), timeZone })
}

const span = (amount: number, unit: 'hours' | 'days' | 'months') => ({ amount, unit })

describe('spans of days count from local midnight', () => {
  test.each([
    ['the first instant of the day 30 days ago', '2026-10-22T22:00:00Z', true, false],
    ['the instant before', '2026-10-22T21:59:59.999Z', false, true],
    ['this very instant', '2026-11-22T10:00:00Z', true, false],
    ['the next one', '2026-11-22T10:00:00.001Z', false, false],
    ['a day written as such', '2026-10-23', true, false],
  ])('%s', (_, fact, isWithin, isOlder) => {
    expect(ask('withinLast', span(30, 'days'), fact)).toBe(isWithin)
    expect(ask('olderThan', span(30, 'days'), fact)).toBe(isOlder)
  })

  test('a day of 25 hours is one day, and so is one of 23', () => {
    // In Rome clocks go back on 25 October and forward on 29 March.
    expect(ask('withinLast', span(1, 'days'), '2026-10-24T22:00:00Z', '2026-10-26T09:00:00Z')).toBe(true)
    expect(ask('withinLast', span(1, 'days'), '2026-10-24T21:59:59Z', '2026-10-26T09:00:00Z')).toBe(false)
    expect(ask('withinLast', span(1, 'days'), '2026-03-28T23:00:00Z', '2026-03-30T09:00:00Z')).toBe(true)
    expect(ask('withinLast', span(1, 'days'), '2026-03-28T22:59:59Z', '2026-03-30T09:00:00Z')).toBe(false)
  })

  test('the same instant may lie in another day elsewhere', () => {
    expect(ask('withinLast', span(0, 'days'), '2026-11-21T23:30:00Z', '2026-11-22T10:00:00Z', 'Europe/Rome')).toBe(true)
    expect(ask('withinLast', span(0, 'days'), '2026-11-21T23:30:00Z', '2026-11-22T10:00:00Z', 'UTC')).toBe(false)
  })

  test('what is due today is due until midnight, then it is past', () => {
    expect(ask('withinNext', span(3, 'days'), '2026-11-21T23:00:00Z')).toBe(true)
    expect(ask('withinNext', span(3, 'days'), '2026-11-21T22:59:59Z')).toBe(false)
    expect(ask('withinNext', span(3, 'days'), '2026-11-25T22:59:59Z')).toBe(true)
    expect(ask('withinNext', span(3, 'days'), '2026-11-25T23:00:00Z')).toBe(false)
    expect(ask('furtherThan', span(3, 'days'), '2026-11-25T23:00:00Z')).toBe(true)
  })
})

describe('spans of months and hours', () => {
  test('a month from the 31st is the last day of a shorter month', () => {
    expect(ask('withinLast', span(1, 'months'), '2026-02-28', '2026-03-31T10:00:00Z')).toBe(true)
    expect(ask('withinLast', span(1, 'months'), '2026-02-27', '2026-03-31T10:00:00Z')).toBe(false)
    expect(ask('withinNext', span(1, 'months'), '2026-02-28', '2026-01-31T10:00:00Z')).toBe(true)
    expect(ask('furtherThan', span(1, 'months'), '2026-03-01', '2026-01-31T10:00:00Z')).toBe(true)
  })

  test('hours are counted to the millisecond, over a change of clocks too', () => {
    expect(ask('withinLast', span(24, 'hours'), '2026-10-24T10:00:00Z', '2026-10-25T10:00:00Z')).toBe(true)
    expect(ask('olderThan', span(24, 'hours'), '2026-10-24T09:59:59.999Z', '2026-10-25T10:00:00Z')).toBe(true)
    expect(ask('withinNext', span(1, 'hours'), '2026-11-22T11:00:00Z')).toBe(true)
    expect(ask('withinNext', span(1, 'hours'), '2026-11-22T09:59:59Z')).toBe(false)
    expect(ask('furtherThan', span(1, 'hours'), '2026-11-22T11:00:00.001Z')).toBe(true)
  })
})

describe('a day in a rule is the whole local day', () => {
  test.each([
    ['=', '2026-12-24T23:00:00Z', true],
    ['=', '2026-12-25T22:59:59Z', true],
    ['=', '2026-12-25T23:00:00Z', false],
    ['!=', '2026-12-25T12:00:00Z', false],
    ['<', '2026-12-24T22:59:59Z', true],
    ['<', '2026-12-24T23:00:00Z', false],
    ['<=', '2026-12-25T22:59:59Z', true],
    ['>', '2026-12-25T22:59:59Z', false],
    ['>', '2026-12-25T23:00:00Z', true],
    ['>=', '2026-12-24T23:00:00Z', true],
  ] as const)('%s 2026-12-25 of %s is %s', (operator, fact, outcome) => {
    expect(ask(operator, '2026-12-25', fact)).toBe(outcome)
  })

  test('between two days both count whole', () => {
    expect(ask('between', ['2026-12-24', '2026-12-26'], '2026-12-26T22:59:59Z')).toBe(true)
    expect(ask('notBetween', ['2026-12-24', '2026-12-26'], '2026-12-26T23:00:00Z')).toBe(true)
  })

  test('an instant in a rule is that instant', () => {
    expect(ask('=', '2026-12-25T12:00:00Z', '2026-12-25T12:00:00.000Z')).toBe(true)
    expect(ask('<=', '2026-12-25T12:00:00Z', '2026-12-25T12:00:00.001Z')).toBe(false)
  })
})

test('one compiled rule answers for one day after another and for one zone after another', () => {
  const rule = compileRule({ combinator: 'and', rules: [{ field: 'line.activatedOn', operator: 'withinLast', value: span(1, 'days') }] })
  const facts = { 'line.activatedOn': '2026-11-21T08:00:00Z' }
  const at = (now: string, timeZone = 'Europe/Rome') => rule(facts, { now: new Date(now), timeZone })
  expect([at('2026-11-22T22:59:59Z'), at('2026-11-22T23:00:00Z'), at('2026-11-22T22:59:59Z'), at('2026-11-22T23:00:00Z', 'UTC')]).toEqual([
    true,
    false,
    true,
    true,
  ])
})
