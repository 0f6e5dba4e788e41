import type { FormFactor } from '@mosaic/schemas/release'
import type { FormFields } from '../form-rows.ts'
import { readLayout, type ContentFacts, type Tile } from '../model.ts'

const facts = (id: number, name: string, kind: string): [string, ContentFacts] => [String(id), { name, kind, row: { id } }]

/** What the contents of the test forms are. */
export const contents: ReadonlyMap<string, ContentFacts> = new Map([
  facts(1, 'Credito', 'balance'),
  facts(2, 'Consumi', 'usage'),
  facts(3, 'Extra Giga', 'offer'),
  facts(4, 'Fattura', 'bill'),
])

/** A form of these sections, each with the contents it places (content `1` in row `p1`), and what else it says. */
export function form(sections: Record<string, readonly string[]>, more: Record<string, unknown> = {}): FormFields {
  const fields: Record<string, FormFields[string]> = {
    sections: { rows: Object.keys(sections).map((id) => ({ id })), value: Object.keys(sections).length, disableFormData: true },
  }
  for (const [at, [id, placed]] of Object.entries(sections).entries()) {
    fields[`sections.${at}.title`] = { value: `Titolo ${id}` }
    fields[`sections.${at}.placements`] = {
      rows: placed.map((content) => ({ id: `p${content}` })),
      value: placed.length,
      disableFormData: placed.length > 0,
    }
    for (const [nth, content] of placed.entries()) fields[`sections.${at}.placements.${nth}.content`] = { value: Number(content) }
  }
  for (const [path, value] of Object.entries(more)) fields[`sections.${path}`] = { value }
  return fields
}

/** The tiles of a section on a device. */
export function tiles(fields: FormFields, device: FormFactor = 'compact', section = 0): readonly Tile[] {
  return readLayout(fields, device, contents)[section]?.tiles ?? []
}

export function tile(fields: FormFields, at: number, section = 0): Tile {
  const found = tiles(fields, 'compact', section)[at]
  if (!found) throw new Error(`The form has no tile ${at} in section ${section}`)
  return found
}
