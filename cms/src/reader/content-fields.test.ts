import { icon, link, media, number, rows, text } from '@mosaic/widgets'
import { expect, it } from 'vitest'
import { fieldsOf, linkOf } from './content-fields.ts'
import type { Row } from './rows.ts'

const label = { it: 'Etichetta', en: 'Label' }
const fields = {
  title: text({ label }),
  count: number({ label }),
  items: rows({ label, maxRows: 9, of: { icon: icon({ label }), badge: text({ label }), image: media({ label }), open: link({ label }) } }),
}
const read = (row: Record<string, unknown>) =>
  fieldsOf(fields, { id: 'block', ...row } as Row, ((_: string, id: number | null) => id && `image-${id}`) as never)
const emptyLink = { label: { it: null, en: null }, deepLink: null, webUrl: '', minAppVersion: null }

it('a list is read row by row: without the rows’ own ids, and without what nobody has filled in', () => {
  const full = { label: { it: 'Apri', en: null }, deepLink: 'mosaic://home', webUrl: '/' }
  const items = [
    { id: 'a', icon: 'star', badge: { it: 'Nuovo', en: 'New' }, image: 7, open: full },
    { id: 'b', icon: null, badge: { it: '', en: null }, image: null, open: emptyLink },
  ]
  expect(read({ title: { it: 'Ciao' }, count: 0, items })).toEqual({
    title: { it: 'Ciao' },
    count: 0,
    items: [
      {
        icon: 'star',
        badge: { it: 'Nuovo', en: 'New' },
        image: 'image-7',
        open: { label: { it: 'Apri' }, deepLink: 'mosaic://home', webUrl: '/' },
      },
      {},
    ],
  })
})

it('a list without rows, and a form that was never filled in, are nothing', () => {
  expect(read({ title: null, items: [] })).toEqual({})
  expect(fieldsOf(fields, undefined, (() => undefined) as never)).toEqual({})
})

it('a link that was only begun is read as far as it goes, so that the checks can say what is missing', () => {
  expect(linkOf(emptyLink)).toBeUndefined()
  expect(linkOf({ ...emptyLink, webUrl: '/bills' })).toEqual({ label: {}, webUrl: '/bills' })
  expect(linkOf(undefined)).toBeUndefined()
})
