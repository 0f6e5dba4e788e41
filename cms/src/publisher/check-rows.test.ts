import type { Content, ReleaseBody } from '@mosaic/schemas/release'
import { expect, it } from 'vitest'
import { describeCases, issuesOf } from './testing/issues.ts'

/** Adds a content of a kind to the home, at the end: it is the second of the body. */
function add(body: ReleaseBody, kind: string, fields: Content['fields']) {
  const { trigger: _trigger, action: _action, ...plain } = body.contents[0]!
  const { placements } = body.surfaces[0]!.sections[0]!
  body.contents.push({ ...plain, id: 'added', name: 'Aggiunto', kind, fields })
  placements.push({ ...structuredClone(placements[0]!), content: 'added' })
}

const toHome = { label: { it: 'Apri', en: 'Open' }, deepLink: 'mosaic://home', webUrl: '/' }

/** Adds shortcuts, the second of which is this one. */
function addShortcuts(body: ReleaseBody, link: object, more: object = {}) {
  const plain = { icon: 'star', link: toHome }
  add(body, 'quickActions', { items: [plain, { icon: 'star', link, ...more }, plain] })
}

function addText(body: ReleaseBody, it: string) {
  add(body, 'editorial', { headline: { it: 'Guida', en: 'Guide' }, text: { it, en: 'A guide' } })
}

it('a body passes with links that lead somewhere, in rows and in texts', () => {
  const toPage = { ...toHome, deepLink: 'mosaic://surface/page', webUrl: '/surface/page?from=home' }
  expect(issuesOf((body) => addShortcuts(body, toPage, { badge: { it: 'Nuovo', en: 'New' } }))).toEqual([])
  expect(issuesOf((body) => addText(body, 'Apri la [home](/) o la [pagina](/surface/page) o il [sito](https://example.com)'))).toEqual([])
})

it('the row of a list that is meant is named', () => {
  const [issue] = issuesOf((body) => addShortcuts(body, toHome, { badge: { it: 'Novità di novembre', en: 'New' } }))
  expect(issue).toMatchObject({
    message: {
      it: '«Aggiunto»: «Scorciatoie, riga 2, Bollino» è troppo lungo in italiano: 18 caratteri, al massimo 12.',
      en: '"Aggiunto": "Shortcuts, row 2, Badge" is too long in Italian: 18 characters, at most 12.',
    },
    subject: { collection: 'contents', id: 'added', field: 'fields.items.1.badge.it' },
  })
})

it('what a row lacks is named too', () => {
  const [issue] = issuesOf((body) => addShortcuts(body, toHome, { icon: undefined }))
  expect(issue).toMatchObject({
    message: { it: '«Aggiunto»: manca «Scorciatoie, riga 2, Icona».', en: '"Aggiunto": "Shortcuts, row 2, Icon" is missing.' },
  })
})

describeCases({
  'a row whose link leads to a page that does not exist': [
    (body) => addShortcuts(body, { ...toHome, deepLink: 'mosaic://surface/gone', webUrl: '/surface/gone' }),
    ['error', 'link-dead', 'contents.json/1/fields/items/1/link/deepLink'],
    ['error', 'link-dead', 'contents.json/1/fields/items/1/link/webUrl'],
  ],
  'a row whose link is not protected': [
    (body) => addShortcuts(body, { ...toHome, webUrl: 'http://example.com/' }),
    ['warning', 'link-insecure', 'contents.json/1/fields/items/1/link/webUrl'],
  ],
  'a row whose link was only begun': [
    (body) => addShortcuts(body, { label: { it: 'Apri' }, webUrl: '/' }),
    ['error', 'field-invalid', 'contents.json/1/fields/items/1/link'],
    ['error', 'text-missing', 'contents.json/1/fields/items/1/link/label/en'],
  ],
  'a row whose link has no words in one language': [
    (body) => addShortcuts(body, { ...toHome, label: { it: 'Apri' } }),
    ['error', 'text-missing', 'contents.json/1/fields/items/1/link/label/en'],
  ],
  'a row with a text in one language only': [
    (body) => addShortcuts(body, toHome, { badge: { en: 'New' } }),
    ['error', 'text-missing', 'contents.json/1/fields/items/1/badge/it'],
  ],
  'a row with a text that is too long': [
    (body) => addShortcuts(body, toHome, { badge: { it: 'Novità di novembre', en: 'New' } }),
    ['error', 'field-invalid', 'contents.json/1/fields/items/1/badge/it'],
  ],
  'a row with an image that does not exist': [
    (body) => add(body, 'news', { items: [{ headline: { it: 'Ciao', en: 'Hello' }, date: '2026-11-22T10:00:00.000Z', image: 'gone' }] }),
    ['error', 'dangling-reference', 'contents.json/1/fields/items/0/image'],
  ],
  'too few rows': [
    (body) => add(body, 'quickActions', { items: [{ icon: 'star', link: toHome }] }),
    ['error', 'field-invalid', 'contents.json/1/fields/items'],
  ],
  'a text with a link to a page that does not exist': [
    (body) => addText(body, 'Apri [questa](/surface/gone)'),
    ['error', 'link-dead', 'contents.json/1/fields/text/it'],
  ],
  'a text with a link that is not protected': [
    (body) => addText(body, 'Apri [questa](http://example.com)'),
    ['warning', 'link-insecure', 'contents.json/1/fields/text/it'],
  ],
})
