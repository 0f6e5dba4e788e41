/** An element of the service's namespace: a text, or elements. `undefined` is an optional element without a value. */
export type XmlElement = { name: string; content: string | readonly XmlElement[] | undefined }

export function element(name: string, content: XmlElement['content']): XmlElement {
  return { name, content }
}

export function writeElement({ name, content }: XmlElement, prefix: string, absent: 'omitted' | 'nil'): string {
  const tag = prefix ? `${prefix}:${name}` : name
  if (content === undefined) return absent === 'nil' ? `<${tag} xsi:nil="true"/>` : ''
  const inner = typeof content === 'string' ? escapeXml(content) : content.map((child) => writeElement(child, prefix, absent)).join('')
  return inner === '' ? `<${tag}/>` : `<${tag}>${inner}</${tag}>`
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
