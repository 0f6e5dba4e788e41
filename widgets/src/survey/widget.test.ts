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

test('whoever has answered is thanked for ten minutes, left alone for as long as the editors want, and asked again', () => {
  const at = (now: string, fields: object = {}) =>
    composeFixture({
      ...withFields({ record: true, days: 2, ...fields }),
      data: { interactions: { dismissed: [], answered: [{ contentId: 'survey', at: '2026-11-22T10:00:00.000Z' }] } },
      now,
    })
  expect(at('2026-11-22T10:10:00.000Z')).toMatchObject({ survey: { thanks: { value: 'Grazie, la tua risposta ci aiuta a migliorare.' } } })
  expect(at('2026-11-22T10:10:00.000Z')).not.toHaveProperty('survey.poll')
  expect(at('2026-11-22T10:10:00.001Z')).toEqual({ leftOut: 'survey', reason: 'ANSWERED' })
  expect(at('2026-11-24T10:00:00.000Z')).toEqual({ leftOut: 'survey', reason: 'ANSWERED' })
  expect(at('2026-11-24T10:00:00.001Z')).toMatchObject({ survey: { poll: { choices: [{}, {}, {}] } } })
  // Where nothing is recorded, nothing was answered.
  expect(at('2026-11-22T10:05:00.000Z', { record: false })).toMatchObject({ survey: { answers: [{}, {}, {}] } })
})

test('a choice says which it is, and an answer without words is none but keeps the places of the others', () => {
  const composed = composeFixture(withFields({ record: true, answers: [answer('Sì'), answer(''), answer('No')] }))
  expect(composed).toMatchObject({
    survey: {
      poll: {
        choices: [
          { operationId: 'answerSurvey', variables: [{ value: 'survey' }, { name: 'answer', value: '1' }], refreshes: ['survey'] },
          { variables: [{ value: 'survey' }, { name: 'answer', value: '3' }] },
        ],
      },
    },
  })
})

test('only a scale has ends', () => {
  const ends = { low: { it: 'Male' }, high: { it: 'Bene' } }
  const scale = composeFixture(withFields({ ...ends, look: 'scale' }))
  expect(scale).toMatchObject({ survey: { look: 'scale', low: { value: 'Male' }, high: { value: 'Bene' } } })
  expect(JSON.stringify(composeFixture(withFields({ ...ends, look: 'words' })))).not.toMatch(/Male|Bene/)
})
