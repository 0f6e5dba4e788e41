import type { Content } from '@mosaic/schemas/release'
import { describe, expect, test } from 'vitest'
import { widgets } from '../registry.ts'
import { samples } from './registry.ts'
import { sampleView } from './index.ts'

const view = (content: Content) =>
  sampleView({
    content,
    locale: 'it',
    brand: { defaultLocale: 'it', currency: 'EUR', timeZone: 'Europe/Rome' },
    media: new Map(),
    mediaUrl: ({ file }) => `/media/${file}`,
  })
const balance = (fields: Content['fields']): Content => ({ ...samples['balance']!.content, id: 'mine', tone: 'accent', fields })
const offer = (fields: Content['fields']): Content => ({ ...samples['offer']!.content, fields })

test('every kind has a sample, and is drawn from it', () => {
  expect(Object.keys(samples)).toEqual(Object.keys(widgets))
  const drawn = Object.entries(samples).map(([kind, { content }]) => [kind, view(content)?.state])
  expect(drawn).toEqual(Object.keys(widgets).map((kind) => [kind, 'READY']))
})

describe('a content on the data of its kind’s sample', () => {
  test('has its own title, tone and choices, on the sample’s credit', () => {
    const drawn = view(balance({ title: { it: 'Quanto hai' }, quickTopUp: 2000 }))
    expect(drawn).toMatchObject({
      id: 'mine',
      title: { value: 'Quanto hai' },
      style: { tone: 'accent' },
      balance: { topUp: { label: { value: expect.stringMatching(/^Ricarica 20,00\s€$/) } } },
    })
  })

  test('keeps its words when the sample’s customer has nothing of what it asks for', () => {
    const drawn = view(offer({ offering: 'nobody-sells-this', headline: { it: 'Solo qui' } }))
    expect(drawn).toMatchObject({ state: 'READY', offer: { headline: { value: 'Solo qui' } } })
  })

  test('is drawn while it is still being written', () => {
    expect(view(offer({}))).toMatchObject({ state: 'READY' })
  })

  test('of a kind that does not exist is not drawn', () => {
    expect(view({ ...balance({}), kind: 'constructor' })).toBeUndefined()
  })
})
