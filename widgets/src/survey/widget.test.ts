import { expect, test } from 'vitest'
import { describeWidget } from '../conformance.ts'
import { composeFixture, readFixtures, type Fixture } from '../testing/fixture.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

const ready = readFixtures(import.meta.dirname).find(({ file }) => file === 'ready.json')!.fixture
const withFields = (fields: object): Fixture => ({
  ...ready,
  content: { ...ready.content, fields: { ...ready.content.fields, ...fields } },
})
const answer = (it: string) => ({ link: { label: { it }, deepLink: 'mosaic://home', webUrl: '/' } })

test('an answer without words is none, and one alone is no choice', () => {
  expect(composeFixture(withFields({ answers: [answer('Sì'), answer(''), answer('No')] }))).toMatchObject({
    survey: { answers: [{ id: 'survey:1:open' }, { id: 'survey:3:open' }] },
  })
  expect(composeFixture(withFields({ answers: [answer('Sì'), answer('')] }))).toEqual({ leftOut: 'survey', reason: 'NO_ANSWERS' })
})

test('only a scale has ends', () => {
  const ends = { low: { it: 'Male' }, high: { it: 'Bene' } }
  const scale = composeFixture(withFields({ ...ends, look: 'scale' }))
  expect(scale).toMatchObject({ survey: { look: 'scale', low: { value: 'Male' }, high: { value: 'Bene' } } })
  expect(JSON.stringify(composeFixture(withFields({ ...ends, look: 'words' })))).not.toMatch(/Male|Bene/)
})
