/** HTML that is safe to send: made by the `html` tag only. */
export type Html = { readonly html: string }

type Part = string | number | Html | readonly Html[] | undefined

/** A template whose values are escaped, but for those that are HTML already. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  return { html: strings.reduce((text, part, index) => text + render(values[index - 1]) + part) }
}

function render(value: Part): string {
  if (value === undefined) return ''
  if (typeof value === 'string' || typeof value === 'number') return escape(String(value))
  return 'html' in value ? value.html : value.map((part) => part.html).join('')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)
}
