/** What of a form is looked at: its fields by path, as Payload keeps them. */
export type FormFields = Readonly<Record<string, FormField | undefined>>
type FormField = { value?: unknown; rows?: readonly { id: string }[]; disableFormData?: boolean; valid?: boolean; isModified?: boolean }
/** A row of a list in a form, whatever its place. */
export type FormRow = { id: string; path: string }

export function rowsOf(fields: FormFields, path: string): FormRow[] {
  return (fields[path]?.rows ?? []).map(({ id }, index) => ({ id, path: `${path}.${index}` }))
}

/**
 * A row taken out of one list and put into another (or elsewhere in its own), with everything in it. Payload can move rows within a list only; what a list
 * says of itself is what Payload's own moves leave behind.
 */
export function moveRow(fields: FormFields, from: { list: string; at: number }, to: { list: string; at: number }): FormFields {
  const row = fields[from.list]?.rows?.[from.at]
  if (!row) return fields
  const within = from.list === to.list
  const [source, target] = [partsOf(fields, from.list), within ? [] : partsOf(fields, to.list)]
  const [sourceRows, targetRows] = [[...(fields[from.list]?.rows ?? [])], within ? [] : [...(fields[to.list]?.rows ?? [])]]
  const [part = {}] = source.splice(from.at, 1)
  sourceRows.splice(from.at, 1)
  ;(within ? source : target).splice(to.at, 0, part)
  ;(within ? sourceRows : targetRows).splice(to.at, 0, row)
  const lists = [from.list, to.list]
  const others = Object.entries(fields).filter(([path]) => !lists.some((list) => path === list || path.startsWith(`${list}.`)))
  return {
    ...Object.fromEntries(others),
    ...listed(from.list, fields[from.list], source, sourceRows),
    ...(!within && listed(to.list, fields[to.list], target, targetRows)),
  }
}

type Fields = Record<string, FormFields[string]>

/** What stands in each row of a list, by the path within the row. */
function partsOf(fields: FormFields, list: string): Fields[] {
  const parts: Fields[] = (fields[list]?.rows ?? []).map(() => ({}))
  for (const [path, field] of Object.entries(fields)) {
    if (!path.startsWith(`${list}.`)) continue
    const [at = '', ...inner] = path.slice(list.length + 1).split('.')
    const part = parts[Number(at)]
    if (part) part[inner.join('.')] = field
  }
  return parts
}

function listed(list: string, field: FormFields[string], parts: readonly Fields[], rows: readonly { id: string }[]): Fields {
  const inner = parts.flatMap((part, at) => Object.entries(part).map(([path, state]) => [`${list}.${at}.${path}`, state] as const))
  return { [list]: { ...field, rows, value: rows.length, disableFormData: rows.length > 0 }, ...Object.fromEntries(inner) }
}
