import { EntityDecoder } from '@nodable/entities'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { MosaicError } from '@mosaic/schemas/errors'
import type { Json } from './values.ts'

/** What a document may cost at most. */
export type XmlLimits = {
  /** In UTF-16 units: what is longer is not looked at. */
  maxLength: number
  /** Elements within each other. */
  maxDepth: number
}

export const defaultXmlLimits: XmlLimits = { maxLength: 4 * 1024 * 1024, maxDepth: 64 }

/**
 * An XML document as plain data, to be read with `Reading`: `{ root: … }`, the root element by its name.
 *
 * - An element with neither attributes nor children is its text, `''` when it is empty. Texts stay texts: `007` is no number here.
 * - Elements of one name become a list, one alone does not: `Reading.items()` takes both.
 * - Names lose their namespace prefix, which each system chooses as it likes.
 * - Attributes are `@name`, and then the text beside them is `#text`. Namespace declarations and attributes with a prefix (`xsi:type`, `xsi:nil`,
 *   `wsu:Id`) tell about the document, not about the customer: they are dropped, so that a text with a type is still a text.
 * - Outer blanks go, CDATA is text. The five entities of XML and numeric ones are decoded; any other stays as it is written.
 *
 * Throws XML_UNREADABLE when the document is not whole and well-formed, brings a DOCTYPE, or exceeds a limit. The error names the place, never what
 * stands there: it may be a customer's.
 */
export function parseXml(text: string, limits: XmlLimits = defaultXmlLimits): Json {
  if (text.length > limits.maxLength) throw unreadable(`at most ${limits.maxLength} characters`, String(text.length))
  const validation = XMLValidator.validate(text)
  if (validation !== true) throw unreadable('a whole, well-formed document', `one that breaks at line ${validation.err.line || 1}`)
  const document = parse(text, limits)
  // The validator overlooks a second root when the first is an empty element.
  const roots = Object.values(document)
  if (roots.length !== 1 || Array.isArray(roots[0])) throw unreadable('one root element', String(roots.length))
  return document
}

/** The text of a document in the encoding that it declares, or that its byte order mark tells; UTF-8 else. Throws when that is an unknown one. */
export function decodeXml(document: Uint8Array): string {
  const start = Buffer.from(document.subarray(0, 128)).toString('latin1')
  const marked = start.startsWith('\u00ff\u00fe') ? 'utf-16le' : start.startsWith('\u00fe\u00ff') ? 'utf-16be' : undefined
  const declared = /^<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1]
  try {
    return new TextDecoder(marked ?? declared ?? 'utf-8').decode(document)
  } catch {
    throw unreadable('a known encoding', 'another one')
  }
}

function parse(text: string, { maxDepth }: XmlLimits): Json {
  const parser = new XMLParser({
    ignoreAttributes: (name) => name === 'xmlns' || name.includes(':'),
    attributeNamePrefix: '@',
    transformTagName: withoutPrefix,
    parseTagValue: false,
    parseAttributeValue: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    maxNestedTags: maxDepth,
    entityDecoder: new NoDoctype(),
  })
  try {
    return parser.parse(text) as Json
  } catch (error) {
    if (error instanceof MosaicError) throw error
    // The parser's own words may quote the document.
    throw unreadable(
      `a document without DOCTYPE, names reserved in JavaScript and elements deeper than ${maxDepth}`,
      'one with them, or cut off',
    )
  }
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/**
 * A DOCTYPE can make a small document enormous, and read files of this machine. No back-end needs one; the parser hands over what it declares here,
 * also when that is nothing.
 */
class NoDoctype extends EntityDecoder {
  override addInputEntities(): never {
    throw unreadable('a document without DOCTYPE', 'one with it')
  }
}

function unreadable(expected: string, got: string): MosaicError {
  return new MosaicError('XML_UNREADABLE', 'The XML cannot be read', {
    expected,
    got,
    fix: 'Look at what the back-end sends or writes',
  })
}
