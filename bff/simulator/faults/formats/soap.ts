import type { Reply } from '../../http/types.ts'
import { contentTypeOf, envelope, writeEnvelope, type Envelope } from '../../soap/envelope.ts'
import { element, type XmlElement } from '../../soap/xml.ts'
import { soapDeviations, type Deviation, type SoapDeviation } from '../types.ts'
import type { Format } from './contract.ts'

const bill = element('bill', [element('id', 'filler'), element('number', 'x'.repeat(16_000))])
const bills = writeEnvelope(envelope(element('GetBillsResponse', [element('bills', [bill])])))
const atBill = bills.indexOf('<bil:bill>')
const afterBill = bills.indexOf('</bil:bills>')

export const soap: Format = {
  contentType: contentTypeOf(envelope(bill)),
  error: (status) => ({
    status,
    soap: envelope({ party: 'Server', code: 'SYSTEM_ERROR', reason: 'A fault of the simulator is on.' }),
  }),
  truncated: bills.slice(0, atBill + 24),
  endless: { start: bills.slice(0, atBill), piece: bills.slice(atBill, afterBill), end: bills.slice(afterBill) },
  sloppy: makeSloppy,
  wrongTypes: (reply) => withContent(reply, (content) => makeWrongTypes(content)),
}

/** Enumerations are written like this, and nothing else is. */
const enumPattern = /^[A-Z]+(?:_[A-Z]+)*$/
const datePattern = /^\d{4}-\d{2}-\d{2}T/
const amountPattern = /^-?\d+\.\d{2}$/
/** Written in capitals too, but a code of the world, not of the service. */
const notEnums = new Set(['currency', 'id', 'number'])

function makeSloppy(reply: Reply, chosen: readonly (Deviation | SoapDeviation)[] = soapDeviations): Reply {
  if (!reply.soap) return reply
  const on = new Set(soapDeviations.filter((deviation) => chosen.includes(deviation)))
  const form: Partial<Envelope> = {
    ...(on.has('soap12') && { version: '1.2' }),
    ...(on.has('namespacePrefixes') && { prefixes: { soap: 'SOAP-ENV', billing: '' } }),
    ...(on.has('nilElements') && { absent: 'nil' }),
  }
  const changed = withContent(reply, (content) => changeElement(content, on))
  return { ...changed, soap: { ...(changed.soap ?? reply.soap), ...form } }
}

/** Faults keep their words. */
function withContent(reply: Reply, change: (content: XmlElement) => XmlElement): Reply {
  if (!reply.soap || 'party' in reply.soap.content) return reply
  return { ...reply, soap: { ...reply.soap, content: change(reply.soap.content) } }
}

function changeElement({ name, content }: XmlElement, on: ReadonlySet<SoapDeviation>): XmlElement {
  if (typeof content === 'string') return element(name, changeText(content, name, on))
  if (content === undefined) return element(name, undefined)
  const children = content.map((child) => {
    const changed = changeElement(child, on)
    // A list of one loses the element around it.
    const isListOfOne = on.has('singleObjects') && child.name === 'bills' && child.content?.length === 1
    return isListOfOne ? ((changed.content as readonly XmlElement[]).find((inner) => inner.name === 'bill') ?? changed) : changed
  })
  return element(name, on.has('extraElements') ? [element('vendorInfo', [element('node', 'A2')]), ...children] : children)
}

function changeText(text: string, name: string, on: ReadonlySet<SoapDeviation>): string {
  if (datePattern.test(text)) {
    const date = on.has('offsetDates') ? inRome(text) : text
    return on.has('blankDates') ? date.replace('T', ' T') : date
  }
  if (amountPattern.test(text)) return on.has('commaAmounts') ? text.replace('.', ',') : text
  if (!enumPattern.test(text) || notEnums.has(name)) return text
  const cased = on.has('enumCase') ? text.charAt(0) + text.slice(1).toLowerCase() : text
  return on.has('trailingBlanks') ? `${cased} ` : cased
}

/** 2026-11-22T09:30:00.000Z becomes 2026-11-22T10:30:00+01:00: the same moment. */
function inRome(text: string): string {
  const local = new Date(Date.parse(text) + 3_600_000).toISOString()
  return `${local.slice(0, 19)}+01:00`
}

function makeWrongTypes({ name, content }: XmlElement): XmlElement {
  if (typeof content === 'object') return element(name, content.map(makeWrongTypes))
  if (content === undefined) return element(name, undefined)
  const isTyped = datePattern.test(content) || amountPattern.test(content) || content === 'true' || content === 'false'
  return element(name, isTyped ? 'many' : [element('part', '42')])
}
