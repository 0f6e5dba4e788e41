import { sampleView } from '@mosaic/widgets/samples'
import { expect, test } from 'vitest'
import { seedBody } from '../../seed/body/index.ts'
import { viewOf } from './content-view.ts'

const brand = { id: 1, defaultLocale: 'it', currency: 'EUR', timeZone: 'Europe/Rome' }
const image = {
  id: 7,
  url: '/api/media/file/sea.webp',
  mimeType: 'image/webp',
  width: 800,
  height: 400,
  focalX: 25,
  focalY: 50,
  alt: { it: 'Il mare', en: 'The sea' },
}
const banner = {
  id: 3,
  name: 'Mare',
  tone: 'accent',
  brand,
  action: { label: { it: 'Scopri', en: null }, deepLink: 'aurora://sea', webUrl: '/sea' },
  widget: [{ id: 'row', blockType: 'banner', headline: { it: 'Al mare', en: 'To the sea' }, image, overlay: 'dark' }],
}

test('a document is drawn with its own words, image and action, in the language asked for', () => {
  expect(viewOf(banner, 'en')).toMatchObject({
    kind: 'banner',
    state: 'READY',
    style: { tone: 'accent' },
    banner: {
      headline: { value: 'To the sea', lang: 'en' },
      image: { url: '/api/media/file/sea.webp', width: 800, focalX: 0.25, alt: 'The sea' },
    },
  })
  expect(viewOf(banner, 'it')).toMatchObject({ banner: { headline: { value: 'Al mare' } }, action: { label: { value: 'Scopri' } } })
})

test('what is half written is drawn as far as it goes', () => {
  expect(viewOf({ ...banner, action: { label: {}, deepLink: 'aurora://sea' } }, 'it')).toMatchObject({ state: 'READY', action: undefined })
  expect(viewOf({ id: 4, brand, widget: [{ id: 'row', blockType: 'balance' }] }, 'it')).toMatchObject({ kind: 'balance', state: 'READY' })
})

test('without a kind that exists, or a brand, there is nothing to draw', () => {
  expect(viewOf({ ...banner, widget: [] }, 'it')).toBeUndefined()
  expect(viewOf({ ...banner, widget: [{ id: 'row', blockType: 'toString' }] }, 'it')).toBeUndefined()
  expect(viewOf({ ...banner, brand: 1 }, 'it')).toBeUndefined()
})

test('every content of the demo can be drawn', () => {
  const input = { locale: 'it' as const, brand: seedBody.brand, media: new Map(), mediaUrl: () => '' }
  const blank = seedBody.contents.filter((content) => !sampleView({ ...input, content }))
  expect(blank.map(({ id }) => id)).toEqual([])
})
