import { expect, test } from 'vitest'
import { checkContent } from '../check-content.ts'
import { describeWidget } from '../conformance.ts'
import { composeFixture, readFixtures, type Fixture } from '../testing/fixture.ts'
import type { EditorialPayload } from './present.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

const ready = readFixtures(import.meta.dirname).find(({ file }) => file === 'ready.json')!.fixture
const withFields = (fields: object): Fixture => ({
  ...ready,
  content: { ...ready.content, fields: { ...ready.content.fields, ...fields } },
})

test('a link that is not safe is refused by the publisher, and loses its address should it come through all the same', () => {
  const unsafe = withFields({ text: { it: 'Apri [qui](javascript:x) o [lì](//evil.example) o [là](/surface/lines)' } })
  expect(checkContent(unsafe.content).map(({ code, path, got }) => [code, path, got])).toEqual([
    ['UNSAFE_LINK', '/guide/fields/text/it', '"javascript:x"'],
    ['UNSAFE_LINK', '/guide/fields/text/it', '"//evil.example"'],
  ])
  const { blocks } = composeFixture(unsafe)['editorial' as never] as EditorialPayload
  expect(blocks[0]?.runs.map(({ text, href }) => [text, href])).toEqual([
    ['Apri ', undefined],
    ['qui', undefined],
    [' o ', undefined],
    ['lì', undefined],
    [' o ', undefined],
    ['là', '/surface/lines'],
  ])
})

test('a video is only opened where its address is protected', () => {
  const faults = (videoUrl: string) => checkContent(withFields({ videoUrl }).content).map(({ path }) => path)
  expect(faults('http://video.example/1')).toEqual(['/guide/fields/videoUrl'])
  expect(faults('https://')).toEqual(['/guide/fields/videoUrl'])
  expect(faults('https://video.example/1')).toEqual([])
})

test('without a word of text there is nothing to read', () => {
  expect(composeFixture(withFields({ text: { it: ' \n ' } }))).toEqual({ leftOut: 'guide', reason: 'NO_TEXT' })
})

test('says how long it takes to read', () => {
  const minutes = (words: number, locale: 'it' | 'en' = 'it') =>
    (composeFixture({ ...withFields({ text: { it: 'parola '.repeat(words) } }), locale })['editorial' as never] as EditorialPayload)
      .readMinutesText
  expect([minutes(1), minutes(300), minutes(500, 'en')]).toEqual(['1 minuto di lettura', '2 minuti di lettura', '3 minutes to read'])
})
