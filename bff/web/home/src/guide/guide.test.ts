import { expect, test } from 'vitest'
import { checkedSince, isTicketEnd, questionBefore, stepNumber, type GuideMark } from './guide.ts'

const mark = (step: string, kind: string): GuideMark => ({
  step,
  kind,
  title: { value: step, lang: 'it' },
  found: { value: 'Sì', lang: 'it' },
})
const stepsOf = (marks: readonly GuideMark[]) => marks.map(({ step }) => step)

test('at the first question there is nothing to go back to; what was looked up before it is said', () => {
  const trail = [mark('outage', 'check')]
  expect([stepNumber({ trail }), questionBefore({ trail }), stepsOf(checkedSince({ trail }))]).toEqual([1, undefined, ['outage']])
})

test('checks are no steps, and each is said once: with the question after it', () => {
  const trail = [mark('outage', 'check'), mark('lights', 'answer'), mark('sim', 'check'), mark('debt', 'check')]
  expect([stepNumber({ trail }), questionBefore({ trail }), stepsOf(checkedSince({ trail }))]).toEqual([2, 'lights', ['sim', 'debt']])
  const later = [...trail, mark('cable', 'answer')]
  expect([stepNumber({ trail: later }), questionBefore({ trail: later }), checkedSince({ trail: later })]).toEqual([3, 'cable', []])
})

test('a ticket is the end, also where the guide has been changed since', () => {
  const step = { id: 'light', kind: 'question', title: { value: 'Che luce vedi?', lang: 'it' as const }, answers: [] }
  expect(isTicketEnd({ step })).toBe(false)
  expect(isTicketEnd({ step: { ...step, kind: 'outcome', outcome: 'ticket' } })).toBe(true)
  expect(isTicketEnd({ step, ticket: { id: null, at: '2026-05-01T10:00:00Z' } })).toBe(true)
})

test('a kind of mark that this version does not know was said', () => {
  expect(questionBefore({ trail: [mark('photo', 'photo')] })).toBe('photo')
})
