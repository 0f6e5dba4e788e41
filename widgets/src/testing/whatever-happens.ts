import { methods } from '@mosaic/schemas/bss'
import { locales } from '@mosaic/schemas/text'
import { expect, test } from 'vitest'
import { composeWidget, isLeftOut, type LeftOut } from '../compose.ts'
import type { WidgetView } from '../view-model.ts'
import { composeFixture, fixtureInput, type Fixture } from './fixture.ts'
import { deepFreeze, langsOf, widget } from './inspect.ts'
import type { Subject } from './subject.ts'

/** Ready, stale, slow, failing, empty, without a line: always something useful, or nothing. */
export function testStates({ definition, ready, needs, wants }: Subject): void {
  test('ready: the same input gives the same widget, and is left as it was', () => {
    const frozen = deepFreeze(fixtureInput(ready))
    const once = widget(composeWidget(frozen))
    expect(composeWidget(frozen)).toEqual(once)
    expect(once.state).toBe('READY')
    expect(once[definition.kind]).toBeTruthy()
  })

  test.each(locales)('ready: speaks %s everywhere, and says something in every text', (locale) => {
    const view = widget(composeFixture({ ...ready, locale }))
    const other = composeFixture({ ...ready, locale: locale === 'it' ? 'en' : 'it' })
    expect(view).not.toEqual(other)
    expect(langsOf(view)).toEqual([locale])
    expect(view.accessibility.label).toContain(view.fallback.title)
    expect(view.fallback.title.trim()).not.toBe('')
  })

  test('stale: drawn as ever, with the age of its oldest answer', () => {
    for (const method of [...needs, ...wants]) {
      const view = widget(composeFixture({ ...ready, stale: [method] }))
      expect(view.state).toBe('STALE')
      expect(view[definition.kind]).toBeTruthy()
      expect(view.freshness.source).toBe(method)
      expect(view.freshness.fetchedAt < ready.now).toBe(true)
    }
  })

  test.each(['DEADLINE', 'BSS_TIMEOUT', 'BSS_UNAVAILABLE', 'BSS_BAD_ANSWER'] as const)(
    '%s: a fallback card that says why, or nothing',
    (code) => {
      for (const method of needs) {
        expectFailure(composeFixture({ ...ready, failed: { [method]: code } }), code)
      }
    },
  )

  test('slow: an answer that never came counts as unavailable', () => {
    if (needs.length > 0) expectFailure(composeFixture({ ...ready, data: {} }), 'BSS_UNAVAILABLE')
    else expect(widget(composeFixture({ ...ready, data: {} })).state).toBe('READY')
  })

  test('empty: nothing to show is never an error', () => {
    const composed = composeFixture({ ...ready, data: emptyAnswers })
    if (isLeftOut(composed)) expect(composed.reason).toMatch(/^[A-Z_]+$/)
    else expect(composed.state).toBe('READY')
  })

  test('a customer without lines: nothing that is about a line', () => {
    const { lineId: _, ...withoutLine } = ready
    const composed = composeFixture(withoutLine)
    const needsLine = needs.some((need) => methods[need].scope === 'line')
    if (needsLine) expect(composed).toEqual({ leftOut: ready.content.id, reason: 'NO_LINE' })
    else expect(isLeftOut(composed) || composed.state === 'READY').toBe(true)
  })

  function expectFailure(composed: WidgetView | LeftOut, code: string): void {
    if (definition.onFailure === 'leaveOut') return expect(composed).toEqual({ leftOut: ready.content.id, reason: code })
    const view = widget(composed)
    expect(view).toMatchObject({ __typename: definition.type, state: 'FAILED', issue: { code, retryable: true } })
    expect(view[definition.kind]).toBeUndefined()
    expect(view.fallback.title.trim()).not.toBe('')
    expect(view.fallback.body?.trim()).not.toBe('')
  }
}

/** What the methods answer about a customer who has nothing. */
const nothing = { minor: 0, currency: 'EUR' }
const emptyAnswers: Fixture['data'] = {
  account: { due: nothing, overdue: nothing, autopay: false },
  balance: {},
  bills: [],
  charges: [],
  paymentMethods: [],
  payments: [],
  spendingLimit: {},
  usageHistory: [],
  usageEvents: [],
  lines: [],
  offers: [],
  orders: [],
  plan: { id: '', name: '', status: 'active', allowances: [] },
  products: [],
  outages: [],
  appointments: [],
  callbackSlots: [],
  sim: { form: 'sim', state: 'active' },
  stores: [],
  tickets: [],
  recommendations: [],
  eligibility: [],
  overview: [],
  rewards: { items: [] },
  topUps: { recent: [] },
  interactions: { dismissed: [] },
  usage: { counters: [] },
}
