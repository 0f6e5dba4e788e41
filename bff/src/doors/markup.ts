/** XML or HTML that is safe to send: made by the `markup` tag only. */
export type Markup = { readonly markup: string }

type Part = string | number | boolean | Markup | readonly Markup[] | undefined

/** A template whose values are escaped, but for those that are markup already. */
export function markup(strings: TemplateStringsArray, ...values: readonly Part[]): Markup {
  return { markup: strings.reduce((text, part, index) => text + render(values[index - 1]) + part) }
}

/** An element of a name that is only known at run time; the name must be one of ours. */
export function element(name: string, content: Part, attributes = ''): Markup {
  return { markup: `<${name}${attributes}>${render(content)}</${name}>` }
}

function render(value: Part): string {
  if (value === undefined) return ''
  if (typeof value !== 'object') return escape(String(value))
  return 'markup' in value ? value.markup : value.map((part) => part.markup).join('')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** Control characters, which XML 1.0 cannot carry even when they are escaped; nor can it carry halves of surrogate pairs. */
const forbidden = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu

function escape(text: string): string {
  return text
    .toWellFormed()
    .replace(forbidden, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
