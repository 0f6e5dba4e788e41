import { describe, expect, test } from 'vitest'
import type { ReleaseBody } from '@mosaic/schemas/release'
import { smallBody } from '../testing/body.ts'
import { checkLinks } from './links.ts'

/* Where contents may lead: every place that the apps can open, and nothing else. */

const text = { it: 'Testo', en: 'Text' }

function bodyLeadingTo(deepLink: string, webUrl: string): ReleaseBody {
  const body = smallBody()
  const [home] = body.surfaces
  const [first] = body.contents
  if (!home || !first) throw new Error('The valid body has a home and a content')
  body.surfaces.push({ ...home, id: 'bill-page', type: 'landing', sections: [] }, { ...home, id: 'extra', type: 'landing' })
  body.guides.push({
    id: 'wifi',
    name: 'Wi-Fi',
    title: text,
    words: [],
    steps: [{ id: 'start', kind: 'outcome', outcome: 'solved', title: text }],
  })
  body.menus.push({
    id: 'voice',
    name: '800 399 100',
    numbers: ['+39800399100'],
    nodes: [{ id: 'bills', title: text, options: [{ key: '0', text, callBack: true }] }],
  })
  first.action = { label: text, deepLink, webUrl }
  return body
}
const contentOf = ({ surfaces }: ReleaseBody) => surfaces[0]?.sections[0]?.placements[0]?.content ?? ''
const faults = (place: string) => {
  const body = bodyLeadingTo(`mosaic://${place}`, place === 'home' ? '/' : place.startsWith('home#') ? `/${place.slice(4)}` : `/${place}`)
  return checkLinks(body).map(({ path, message }) => [path.split('/').at(-1), message.it])
}
const placed = contentOf(smallBody())

describe.each([
  'home',
  `home#${placed}`,
  'surface/extra',
  'surface/extra/',
  `surface/extra#${placed}`,
  'surface/extra?from=sms',
  'guide/wifi',
  'menu',
  'menu/voice',
  'menu/voice_bills',
])('%s is a place', (place) => {
  test('for the app and for the web', () => expect(faults(place)).toEqual([]))
})

test.each([
  ['surface/gone', 'pagina «gone»'],
  ['surface/home', 'non porta a nessuna parte'],
  [`surface/bill-page#${placed}`, `contenuto «${placed}», che non sta nella pagina «bill-page»`],
  ['home#gone', 'contenuto «gone», che non sta in nessuna home'],
  ['guide/gone', 'la guida «gone»'],
  ['guide', 'non porta a nessuna parte'],
  ['menu/bills', 'schermata «bills» del menu vocale'],
  ['menu/gone', 'la schermata «gone» del menu vocale'],
  ['surface/extra/more', 'non porta a nessuna parte'],
  ['/evil.example', 'non porta a nessuna parte'],
  ['casino', 'non porta a nessuna parte'],
])('%s is none, and is told where it stands and why', (place, why) => {
  expect(faults(place)).toEqual([
    ['deepLink', expect.stringContaining(why)],
    ['webUrl', expect.stringContaining(why)],
  ])
})

test('a menu is a place only where there is one', () => {
  const body = bodyLeadingTo('mosaic://menu', '/')
  body.menus = []
  expect(checkLinks(body).map(({ message }) => message.en)).toEqual([expect.stringContaining('there is none')])
})
