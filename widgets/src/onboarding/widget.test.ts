import { expect, test } from 'vitest'
import { needsOf } from '../definition.ts'
import { describeWidget } from '../conformance.ts'
import { composeFixture, readFixtures, type Fixture } from '../testing/fixture.ts'
import type { OnboardingPayload } from './present.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

const ready = readFixtures(import.meta.dirname).find(({ file }) => file === 'ready.json')!.fixture

function withSteps(...signs: string[]): Fixture {
  const steps = signs.map((doneWhen) => ({
    label: { it: doneWhen },
    link: { label: { it: 'Vai' }, deepLink: 'mosaic://home', webUrl: '/' },
    doneWhen,
  }))
  return { ...ready, content: { ...ready.content, fields: { steps } } }
}
const shownOf = (fixture: Fixture) => composeFixture(fixture)['onboarding' as never] as OnboardingPayload

test('asks only for what its steps are known by', () => {
  const needs = (...signs: string[]) => needsOf(widget, withSteps(...signs).content.fields)
  expect(needs('never', 'never')).toEqual([])
  expect(needs('firstTopUp', 'never', 'firstTopUp')).toEqual(['balance'])
  expect(needs('autopayOn', 'hasOption')).toEqual(['account', 'lines'])
})

test('a step is done when the data say so, and has nowhere to go any more', () => {
  const { account, lines } = ready.data
  const withOption = lines!.map((line) => ({ ...line, options: ['OPT-GIGA-20'] }))
  const fixture = withSteps('never', 'firstTopUp', 'autopayOn', 'hasOption')
  const before = { ...fixture, data: { account: { ...account!, autopay: false }, lines: lines!, balance: {} } }
  const after = { ...before, data: { ...before.data, account: { ...account!, autopay: true }, lines: withOption } }
  const isDone = (of: Fixture) => shownOf(of).steps.map((step) => step.isDone)
  expect(isDone(before)).toEqual([undefined, false, false, false])
  expect(isDone(after)).toEqual([undefined, false, true, true])
  expect(shownOf(after).steps.map(({ action }) => action !== undefined)).toEqual([true, true, false, false])
  expect(shownOf(after)).toMatchObject({ ratio: 2 / 3, progressText: '2 passi su 3 completati' })
})

test('steps nobody can tell of are not counted, and do not keep it for ever', () => {
  expect(shownOf(withSteps('never', 'never'))).not.toHaveProperty('ratio')
  const done: Fixture = { ...withSteps('never', 'firstTopUp'), data: { balance: { amount: { minor: 1, currency: 'EUR' } } } }
  expect(composeFixture(done)).toEqual({ leftOut: ready.content.id, reason: 'ALL_DONE' })
})

test('an option of another line is none of this one', () => {
  const [line] = ready.data.lines!
  const lines = [
    { ...line!, options: [] },
    { ...line!, id: 'L-0001-2', options: ['OPT-GIGA-20'] },
  ]
  expect(shownOf({ ...withSteps('hasOption', 'never'), data: { lines } }).steps[0]?.isDone).toBe(false)
})
