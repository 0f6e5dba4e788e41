import { isMosaicError } from '@mosaic/schemas/errors'
import { parseXml } from '../../bss/tolerant/xml.ts'
import type { Contract, Offered } from '../contract.ts'
import type { Said } from '../inputs.ts'
import { badInput, type Refused } from '../refusal.ts'

/** What a request asks, and the token it brings in its header, if it brings one there. */
export type Question = { operation: Offered; said: Said; token: string | undefined }

/** A request is flat: envelope, header, security, token. What is deeper is none of ours. */
const maxDepth = 12

/** Reads a SOAP envelope. Neither prefixes nor the SOAPAction count: the element in the body says what is asked. */
export function readQuestion({ operations }: Contract, text: string): Question | Refused {
  const document = parse(text)
  if ('refused' in document) return document
  const envelope = child(document.parsed, 'Envelope')
  const asked = elementsOf(child(envelope, 'Body'))
  const [first] = asked
  if (!first) return badInput('Body', 'one operation', 'none')
  const [name, inputs] = first
  if (asked.length > 1 || Array.isArray(inputs)) return badInput('Body', 'one operation', 'several')
  const operation = operations.find((candidate) => candidate.name === name)
  if (!operation) return badInput('Body', `one of ${operations.map((known) => known.name).join(', ')}`, 'another operation')
  const said = new Map(elementsOf(inputs))
  for (const [input, value] of said)
    if (typeof value !== 'string') return badInput(input, 'one text', Array.isArray(value) ? 'several' : 'more than text')
  return { operation, said, token: tokenOf(envelope) }
}

function parse(text: string): { parsed: unknown } | Refused {
  try {
    return { parsed: parseXml(text, { maxLength: text.length, maxDepth }) }
  } catch (error) {
    if (!isMosaicError(error)) throw error
    return badInput('envelope', error.fault.expected, error.fault.got)
  }
}

/** A BinarySecurityToken is written in base64; a token that is written as it is can be told from that by its dots. */
function tokenOf(envelope: unknown): string | undefined {
  const binary = child(child(child(envelope, 'Header'), 'Security'), 'BinarySecurityToken')
  const text = typeof binary === 'string' ? binary : child(binary, '#text')
  if (typeof text !== 'string' || text === '') return undefined
  return text.includes('.') ? text : Buffer.from(text, 'base64').toString('latin1')
}

function child(parent: unknown, name: string): unknown {
  const children = objectOf(parent)
  return Object.hasOwn(children, name) ? children[name] : undefined
}

/** Attributes say nothing here that we ask for. */
function elementsOf(value: unknown): [string, unknown][] {
  return Object.entries(objectOf(value)).filter(([name]) => !name.startsWith('@'))
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}
