import { describe, expect, test } from 'vitest'
import type { Content } from '@mosaic/schemas/release'
import { checkContent } from './check-content.ts'

const banner: Content = {
  id: 'summer',
  kind: 'banner',
  schemaVersion: 1,
  name: 'Estate',
  tone: 'accent',
  action: { label: { it: 'Apri' }, deepLink: 'aurora://summer', webUrl: '/summer' },
  fields: { headline: { it: 'Estate', en: 'Summer' }, overlay: 'dark' },
}
const alert: Content = { ...banner, id: 'alert', kind: 'alert', fields: { subject: 'plain', headline: { it: 'Ciao' } } }

describe('checkContent', () => {
  test('finds nothing wrong with a good content', () => {
    expect(checkContent(banner)).toEqual([])
    expect(checkContent(alert)).toEqual([])
  })

  test.each([
    ['an unknown kind', { ...banner, kind: 'hologram' }, 'UNKNOWN_KIND', '/summer/kind'],
    ['a kind named like a method of objects', { ...banner, kind: 'toString' }, 'UNKNOWN_KIND', '/summer/kind'],
    ['another schema version', { ...banner, schemaVersion: 2 }, 'BAD_SCHEMA_VERSION', '/summer/schemaVersion'],
    ['a missing field', withFields({ headline: undefined }), 'BAD_FIELD', '/summer/fields/headline'],
    ['a required text in no language', withFields({ headline: { it: ' ' } }), 'BAD_FIELD', '/summer/fields/headline'],
    ['a mistyped field', withFields({ overlay: 'loud' }), 'BAD_FIELD', '/summer/fields/overlay'],
    ['a language that is not one', withFields({ headline: { it: 'Sì', fr: 'Oui' } }), 'BAD_FIELD', '/summer/fields/headline/fr'],
    ['an unknown field', withFields({ blink: true }), 'BAD_FIELD', '/summer/fields/blink'],
    ['a text that is too long', withFields({ headline: { it: 'a'.repeat(61) } }), 'BAD_FIELD', '/summer/fields/headline/it'],
    ['a link that runs code', withLinks('javascript://x', '/x'), 'UNSAFE_LINK', '/summer/action/deepLink'],
    ['a path that is another host', withLinks('aurora://x', '//evil.example'), 'UNSAFE_LINK', '/summer/action/webUrl'],
  ])('says what is wrong: %s', (_, content, code, path) => {
    expect(checkContent(content)).toEqual([expect.objectContaining({ code, path, file: 'contents.json' })])
  })

  test('names what was expected, what came and how to mend it', () => {
    expect(checkContent(withFields({ headline: undefined }))).toEqual([
      {
        code: 'BAD_FIELD',
        file: 'contents.json',
        path: '/summer/fields/headline',
        expected: 'a value for "Headline"',
        got: 'nothing',
        fix: 'Fill in "Headline".',
      },
    ])
  })

  test('tells every fault of a content at once', () => {
    const faults = checkContent({ ...withFields({ headline: 3, overlay: 'loud', blink: true }), schemaVersion: 9 })
    expect(faults.map(({ path }) => path).sort()).toEqual([
      '/summer/fields/blink',
      '/summer/fields/headline',
      '/summer/fields/overlay',
      '/summer/schemaVersion',
    ])
  })

  test('asks the kind about what its schema cannot say', () => {
    const named = (subject: string, headline?: object) => checkContent({ ...alert, fields: { subject, ...(headline && { headline }) } })
    expect(named('plain')).toMatchObject([{ path: '/alert/fields/headline', expected: 'a headline' }])
    expect(named('plain', { it: 'Mancano {amount}' })).toMatchObject([{ path: '/alert/fields/headline/it', got: '{amount}' }])
    expect(named('lowCredit', { it: 'Solo {amount}' })).toEqual([])
    expect(named('lowCredit', { it: 'Entro {date}' })).toMatchObject([{ expected: 'only {amount} in braces', got: '{date}' }])
    const topUp = { ...banner, kind: 'topUp', fields: { amounts: [1_000, 500] } }
    expect(checkContent(topUp)).toMatchObject([{ path: '/summer/fields/amounts', got: '1000, 500' }])
  })
})

describe('the rows of a list', () => {
  const fault = (item: object) => checkContent(withItem(item)).map(({ code, path }) => [code, path])

  test.each([
    ['a field that is missing', { icon: undefined }, 'BAD_FIELD', '/items/1/icon'],
    ['a field that is mistyped', { icon: 'unicorn' }, 'BAD_FIELD', '/items/1/icon'],
    ['a field that no row has', { blink: true }, 'BAD_FIELD', '/items/1/blink'],
    ['a text that is too long', { badge: { en: 'x'.repeat(13) } }, 'BAD_FIELD', '/items/1/badge/en'],
    ['a link without an address', { link: { label: { it: 'Apri' }, deepLink: 'aurora://x' } }, 'BAD_FIELD', '/items/1/link'],
    ['a link that runs code', { link: { ...link, deepLink: 'javascript://x' } }, 'UNSAFE_LINK', '/items/1/link/deepLink'],
    ['a link to another host in disguise', { link: { ...link, webUrl: '//evil.example' } }, 'UNSAFE_LINK', '/items/1/link/webUrl'],
  ])('%s is told where it stands, once', (_, item, code, path) => {
    expect(fault(item)).toEqual([[code, `/shortcuts/fields${path}`]])
  })

  test('are counted, and are rows', () => {
    const withItems = (items: unknown) => checkContent({ ...shortcuts, fields: { items } }).map(({ path }) => path)
    expect(withItems([shortcut, shortcut])).toEqual(['/shortcuts/fields/items'])
    expect(withItems(Array.from({ length: 13 }, () => shortcut))).toEqual(['/shortcuts/fields/items'])
    expect(withItems([shortcut, 'Ricarica', shortcut])).toEqual(['/shortcuts/fields/items/1'])
    expect(withItems([shortcut, shortcut, shortcut])).toEqual([])
  })

  test('are named in words', () => {
    expect(checkContent(withItem({ icon: undefined }))).toMatchObject([
      { expected: 'a value for "Shortcuts, row 2, Icon"', fix: 'Fill in "Shortcuts, row 2, Icon".' },
    ])
  })
})

const link = { label: { it: 'Apri' }, deepLink: 'aurora://x', webUrl: '/x' }
const shortcut = { icon: 'star', link }
const shortcuts: Content = { ...banner, id: 'shortcuts', kind: 'quickActions', fields: { items: [shortcut, shortcut, shortcut] } }

function withItem(item: object): Content {
  const changed = Object.fromEntries(Object.entries({ ...shortcut, ...item }).filter(([, value]) => value !== undefined))
  return { ...shortcuts, fields: { items: [shortcut, changed, shortcut] } }
}

function withFields(fields: Record<string, unknown>): Content {
  const all = { ...banner.fields, ...fields }
  return { ...banner, fields: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) }
}

function withLinks(deepLink: string, webUrl: string): Content {
  return { ...banner, action: { label: { it: 'Apri' }, deepLink, webUrl } }
}
