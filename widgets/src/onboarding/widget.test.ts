import { expect, test } from 'vitest'
import { asksOf } from '../definition.ts'
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
const euros = { minor: 1_000, currency: 'EUR' }
const rule = { id: 'A-1', amount: euros, period: 'monthly', status: 'pending' } as const
const counter = (used: number) => ({ id: `${used}`, type: 'data', name: 'Giga', used }) as const
const card = (expiresOn: string) => ({ id: 'PM-1', name: 'Carta', isPreferred: true, status: 'active', expiresOn }) as const
const shownOf = (fixture: Fixture) => composeFixture(fixture)['onboarding' as never] as OnboardingPayload

test('asks only for what its steps are known by', () => {
  const needs = (...signs: string[]) => asksOf(widget, withSteps(...signs).content.fields)
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

test.each<[string, Fixture['data'], Fixture['data']]>([
  ['simActive', { sim: { form: 'esim', state: 'toInstall' } }, { sim: { form: 'esim', state: 'active' } }],
  ['firstUse', { usage: { counters: [counter(0)] } }, { usage: { counters: [counter(0), counter(1)] } }],
  ['paymentMethodSet', { paymentMethods: [card('2026-11-01T00:00:00Z')] }, { paymentMethods: [card('2027-11-01T00:00:00Z')] }],
  ['autoTopUpOn', { topUps: { recent: [] } }, { topUps: { recent: [], auto: rule } }],
  ['spendingLimitSet', { spendingLimit: {} }, { spendingLimit: { limit: euros } }],
])('%s: to do, then done, and unknown while its system does not answer', (sign, before, after) => {
  const fixture = withSteps(sign, 'autopayOn')
  const account = { ...ready.data.account!, autopay: false }
  const isDone = (data: Fixture['data']) => shownOf({ ...fixture, data: { account, ...data } }).steps[0]?.isDone
  expect([isDone(before), isDone(after), isDone({})]).toEqual([false, true, undefined])
})

test('what cannot be told just now does not make it disappear', () => {
  const fixture: Fixture = { ...withSteps('firstTopUp', 'autopayOn'), data: { balance: { amount: euros } } }
  expect(shownOf(fixture)).toMatchObject({ progressText: '1 passo su 1 completato' })
  expect(composeFixture({ ...fixture, data: { ...fixture.data, account: { ...ready.data.account!, autopay: true } } })).toMatchObject({
    reason: 'ALL_DONE',
  })
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
