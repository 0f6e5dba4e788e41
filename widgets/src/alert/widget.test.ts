import { describe, expect, test } from 'vitest'
import { checkContent } from '../check-content.ts'
import { isLeftOut } from '../compose.ts'
import { describeWidget } from '../conformance.ts'
import { composeFixture, readFixtures, type Fixture } from '../testing/fixture.ts'
import { widget as widgetOf } from '../testing/inspect.ts'
import type { AlertPayload } from './present.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

describe('closing an alert', () => {
  const dismissible = readFixtures(import.meta.dirname).find(({ file }) => file === 'dismissible.json')?.fixture as Fixture
  const critical: Fixture = { ...dismissible, content: { ...dismissible.content, tone: 'critical' } }

  test('nobody publishes a critical one that can be closed', () => {
    expect(checkContent(dismissible.content)).toEqual([])
    expect(checkContent(critical.content)).toMatchObject([
      { code: 'BAD_FIELD', path: expect.stringContaining('/fields/dismissible') as string },
    ])
  })

  test('and were it published, it would stay', () => {
    const closed = { ...critical, data: { interactions: { dismissed: [{ contentId: 'works', at: '2026-11-22T09:00:00Z' }] } } }
    const { dismiss } = widgetOf(composeFixture(closed))['alert'] as AlertPayload
    expect(dismiss).toBeUndefined()
  })

  test('who has put away what is only asked about where it matters', () => {
    const lasting = { ...dismissible, content: { ...dismissible.content, fields: { ...dismissible.content.fields, dismissible: false } } }
    expect(isLeftOut(composeFixture({ ...lasting, data: {} }))).toBe(false)
    expect(composeFixture({ ...dismissible, data: {} })).toEqual({ leftOut: 'works', reason: 'BSS_UNAVAILABLE' })
  })
})
