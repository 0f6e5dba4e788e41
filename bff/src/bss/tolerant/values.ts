/* Single values as real systems write them. What is absent or unreadable is `undefined`; only the caller knows whether that matters. */

export type Json = { readonly [name: string]: unknown }

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text without its outer blanks and halves of characters; a number becomes its digits; the empty text is no text. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value.toWellFormed().trim() || undefined : undefined
}

/** A text in lower case without blanks, for comparing enums whatever their case: "Aborted " → "aborted", "in_arrears" → "inarrears". */
export function word(value: unknown): string | undefined {
  return text(value)
    ?.toLowerCase()
    .replace(/[\s_-]+/g, '')
}

export function number(value: unknown): number | undefined {
  const read = typeof value === 'number' ? value : decimal(value)
  return Number.isFinite(read) ? read : undefined
}

export function boolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  const said = word(value)
  return said === 'true' ? true : said === 'false' ? false : undefined
}

function decimal(value: unknown): number | undefined {
  const trimmed = text(value)?.replace(/^(-?\d+),(\d+)$/, '$1.$2')
  return trimmed !== undefined && /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : undefined
}
