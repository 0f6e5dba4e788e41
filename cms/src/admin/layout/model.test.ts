import { widgets } from '@mosaic/widgets'
import { describe, expect, test } from 'vitest'
import type { FormFields } from './form-rows.ts'
import { commerceAboveCare, placedContents, readLayout } from './model.ts'
import { contents, form, tile, tiles } from './testing/form.ts'

const names = (fields: FormFields) => tiles(fields).map(({ facts }) => facts?.name)

describe('a page as it will stand', () => {
  test('goes by order, and by the list where there is none', () => {
    expect(names(form({ s1: ['1', '2', '3'] }))).toEqual(['Credito', 'Consumi', 'Extra Giga'])
    expect(names(form({ s1: ['1', '2', '3'] }, { '0.placements.2.compact.order': -1 }))).toEqual(['Extra Giga', 'Credito', 'Consumi'])
  })

  test('has the usual size of the kind where the form says nothing, and never more than the grid', () => {
    const sized = (more: Record<string, number>) =>
      tile(
        form({ s1: ['1'] }, Object.fromEntries(Object.entries(more).map(([name, value]) => [`0.placements.0.compact.${name}`, value]))),
        0,
      )
    expect(sized({})).toMatchObject(widgets['balance']?.span.compact ?? {})
    expect(sized({ columns: 2, rows: 3 })).toMatchObject({ columns: 2, rows: 3 })
    expect(sized({ columns: 9 }).columns).toBe(4)
  })

  test('shows a placement without a content, and a content that is not known yet', () => {
    const fields = form({ s1: ['9', '1'] }, { '0.placements.1.content': undefined })
    expect(tiles(fields).map(({ content, facts }) => [content, facts])).toEqual([
      ['9', undefined],
      [undefined, undefined],
    ])
    expect(placedContents(fields)).toEqual(['9'])
  })

  test('an empty form is an empty page', () => {
    expect(readLayout({}, 'expanded', contents)).toEqual([])
  })
})

test('an offer above what the customer needs is found, on each device by itself, in another section too', () => {
  const fields = form({ s1: ['3', '1'], s2: ['4'] }, { '0.placements.0.medium.order': 5 })
  const found = (read: FormFields, device: 'compact' | 'medium') => commerceAboveCare(readLayout(read, device, contents))
  expect(found(fields, 'compact')).toMatchObject({ offer: { content: '3' }, care: { content: '1' } })
  expect(found(fields, 'medium')).toMatchObject({ offer: { content: '3', section: 's1' }, care: { content: '4', section: 's2' } })
  expect(found(form({ s1: ['1'], s2: ['3'] }), 'compact')).toBeUndefined()
})
