import { expect, test } from 'vitest'
import { describeWidget } from '../conformance.ts'
import { composeFixture, readFixtures, type Fixture } from '../testing/fixture.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

const ready = readFixtures(import.meta.dirname).find(({ file }) => file === 'ready.json')!.fixture
const withItems = (items: unknown[]): Fixture => ({ ...ready, content: { ...ready.content, fields: { ...ready.content.fields, items } } })
const link = { label: { it: 'Apri' }, deepLink: 'mosaic://home', webUrl: '/' }

test('a shortcut without a name, or that is not safe, is not offered; the others keep their ids', () => {
  const unsafe = { ...link, webUrl: '//evil.example' }
  const items = [
    { icon: 'star', link: { ...link, label: {} } },
    { icon: 'star', link: unsafe },
    { icon: 'help', link },
  ]
  expect(composeFixture(withItems(items))).toMatchObject({
    state: 'READY',
    quickActions: { items: [{ id: `${ready.content.id}:3`, icon: 'help' }] },
  })
})

test('without any that can be offered there is no widget', () => {
  const items = Array.from({ length: 3 }, () => ({ icon: 'star', link: { ...link, label: {} } }))
  expect(composeFixture(withItems(items))).toEqual({ leftOut: ready.content.id, reason: 'NO_ACTIONS' })
})
