import { expect, test } from 'vitest'
import type { GuideRun } from './types.ts'
import { isOver, mineOf } from './walk.ts'

const text = (value: string) => ({ value, lang: 'it' as const })
const run = (changes: Partial<GuideRun> = {}): GuideRun => ({
  id: 'G-1',
  guide: 'slow',
  lineId: null,
  title: text('Internet lento'),
  at: '2026-11-26T09:00:00.000Z',
  step: { id: 'next', kind: 'question', title: text('?'), text: null, image: null, answers: [], outcome: null },
  trail: [],
  target: null,
  isReported: false,
  ticket: null,
  helper: null,
  isMine: false,
  message: null,
  ...changes,
})

test('what this agent walks is opened by itself, until it has come to its end', () => {
  const end = { ...run().step, kind: 'outcome', outcome: 'solved' }
  const mine = run({ id: 'G-2', isMine: true })
  expect(isOver(run({ step: end }))).toBe(true)
  expect(mineOf([run(), run({ id: 'G-3', isMine: true, step: end }), mine])).toBe(mine)
  expect(mineOf([run()])).toBeUndefined()
})
