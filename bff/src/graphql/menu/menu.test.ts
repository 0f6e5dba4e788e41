import { afterAll, beforeAll, expect, test } from 'vitest'
import { careBody } from '../../hand-over/testing/care-body.ts'
import { chosenIn } from '../../hand-over/menu.ts'
import { startSystem, type System } from '../../testing/system.ts'

/* The voice menu as screens. */

let system: System
beforeAll(async () => void (system = await startSystem({ body: careBody() })))
afterAll(() => system.close())

const document =
  'query ($id: ID) { menu(id: $id) { id title { value } options { key text { value } node callBack place { menu guide webPath deepLink } } } }'
type Page = { id: string; title: { value: string }; options: { key: string; text: { value: string }; node: string | null }[] }
const page = async (id?: string, headers = {}) =>
  ((await system.ask('C-0014', document, { id }, headers)).body.data as unknown as { menu: Page | null }).menu

test('the first screen: the same options, words and order as a caller hears', async () => {
  expect(await page()).toEqual({
    id: 'voice_start',
    title: { value: 'Come possiamo aiutarti?' },
    options: [
      {
        key: '1',
        text: { value: 'Fattura' },
        node: 'voice_bills',
        callBack: false,
        place: { menu: 'voice_bills', guide: null, webPath: '/menu/voice_bills', deepLink: 'mosaic://menu/voice_bills' },
      },
      {
        key: '3',
        text: { value: 'Non funziona' },
        node: null,
        callBack: false,
        place: { menu: null, guide: 'wifi', webPath: '/guide/wifi', deepLink: 'mosaic://guide/wifi' },
      },
      { key: '0', text: { value: 'Operatore' }, node: null, callBack: true, place: null },
    ],
  })
})

test('every screen is reached from the first, in any language, and back', async () => {
  const next = await page('voice_bills', { 'accept-language': 'en' })
  expect([next?.id, next?.title.value, next?.options.map(({ text, node }) => [text.value, node])]).toEqual([
    'voice_bills',
    'Bill',
    [
      ['Explained', null],
      ['Back', 'voice_start'],
    ],
  ])
})

test.each(['nowhere', 'voice_nowhere', '__proto__', 'voice_start_bills', ''])('no such screen: %s', async (id) => {
  expect(await page(id)).toBeNull()
})

test('what a caller has chosen: an end, or the screen he has come to', () => {
  const [menu] = careBody().menus
  if (!menu) throw new TypeError('There is no menu')
  expect(chosenIn(menu, [])).toMatchObject({ page: { node: { id: 'start' } } })
  expect(chosenIn(menu, ['1'])).toMatchObject({ page: { node: { id: 'bills' } } })
  expect(chosenIn(menu, ['1', '1'])).toMatchObject({ end: { target: 'bill-explained' } })
  expect(chosenIn(menu, ['1', '9', '1'])).toMatchObject({ page: { node: { id: 'bills' } } })
  for (const keys of [['2'], ['3', '1'], ['1', '7']]) expect(chosenIn(menu, keys)).toBeUndefined()
})
