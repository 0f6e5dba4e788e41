import { MosaicError } from '@mosaic/schemas/errors'
import { BssFailure, badAnswer } from '../../failure.ts'
import { Reading } from '../../tolerant/reading.ts'
import { isObject } from '../../tolerant/values.ts'
import { defaultXmlLimits, parseXml } from '../../tolerant/xml.ts'
import { decode } from './decode.ts'
import type { Call } from './wsdl.ts'

/** What an element holds: elements by their name, in this order; lists repeat their element, what is undefined is left out. */
export type SoapBody = { readonly [element: string]: SoapValue | readonly SoapValue[] }
type SoapValue = string | number | boolean | undefined | SoapBody

/** What stands in a Body: the elements, or a fault of SOAP 1.1 or 1.2. */
export type ReadEnvelope = { content: { element: string; body: unknown }[]; fault?: Reading }

/** Parsing keeps the process to itself, some 100 ms for a megabyte: no customer's bills are worth that to all the others. */
const limits = { ...defaultXmlLimits, maxLength: 512 * 1024 }

const envelopeNamespace = 'http://schemas.xmlsoap.org/soap/envelope/'

/** @throws {BssFailure} when a value holds what no XML can. */
export function writeEnvelope({ namespace, element, isQualified }: Call, header: string, body: SoapBody, name: string): string {
  const content = writeElements(body, isQualified ? 'm:' : '')
  const envelope =
    `<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="${envelopeNamespace}"><s:Header>${header}</s:Header>` +
    `<s:Body><m:${element} xmlns:m="${escapeXml(namespace)}">${content}</m:${element}></s:Body></s:Envelope>`
  if (unwritable.test(envelope)) {
    const fault = { expected: 'characters that XML can hold', got: 'a control character', fix: 'Look where the parameter comes from' }
    throw new BssFailure('BSS_BAD_ANSWER', name, fault, { wasSent: false, isRetryable: false })
  }
  return envelope
}

/** An answer, whatever its prefixes and encoding; what is wrong with it is given back, for the status may say more. */
export function readEnvelope(bytes: Buffer, contentType: string | undefined, name: string): ReadEnvelope | BssFailure {
  let document: Reading
  try {
    document = new Reading(parseXml(decode(bytes, contentType), limits), name)
  } catch (cause) {
    const got = cause instanceof MosaicError ? cause.fault.got : 'bytes of another encoding'
    return badAnswer(name, 'XML', got, cause)
  }
  const body = document.at('Envelope', 'Body')
  if (body.value === undefined) return badAnswer(name, 'a SOAP Envelope with a Body', 'another document')
  if (!isObject(body.value)) return { content: [] }
  const fault = body.at('Fault')
  if (fault.isObject()) return { content: [], fault }
  const elements = Object.entries(body.value).filter(([element]) => !/^[@#]/.test(element))
  return { content: elements.flatMap(([element, value]) => [value].flat().map((one: unknown) => ({ element, body: one }))) }
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** What no escape makes XML 1.0: control characters, halves of characters, and what is none. */
const unwritable = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u

function writeElements(body: SoapBody, prefix: string): string {
  return Object.entries(body)
    .flatMap(([element, value]) => listOf(value).map((one) => writeElement(`${prefix}${element}`, one, prefix)))
    .join('')
}

function writeElement(tag: string, value: SoapValue, prefix: string): string {
  if (value === undefined) return ''
  return `<${tag}>${typeof value === 'object' ? writeElements(value, prefix) : escapeXml(String(value))}</${tag}>`
}

function listOf(value: SoapValue | readonly SoapValue[]): readonly SoapValue[] {
  return value instanceof Array ? value : [value]
}
