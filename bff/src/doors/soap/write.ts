import { isListType, isNonNullType, isObjectType, isUnionType, type GraphQLOutputType } from 'graphql'
import type { Offered } from '../contract.ts'
import { element, markup, type Markup } from '../markup.ts'
import type { Refusal } from '../refusal.ts'
import { envelope, namespace } from './names.ts'

/** The message that answers an operation. */
export function writeAnswer({ name, root, output }: Offered, value: unknown): string {
  return inEnvelope(element(`${name}Response`, field(root, value, output), ` xmlns="${namespace}"`))
}

/** A SOAP 1.1 fault. Its string is for people, its detail has the code. */
export function writeFault({ code, message, httpStatus }: Refusal): string {
  return inEnvelope(markup`<soap:Fault>
    <faultcode>soap:${httpStatus < 500 ? 'Client' : 'Server'}</faultcode>
    <faultstring>${message}</faultstring>
    <detail><Refusal xmlns="${namespace}"><code>${code}</code><message>${message}</message></Refusal></detail>
  </soap:Fault>`)
}

function inEnvelope(body: Markup): string {
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<soap:Envelope xmlns:soap="${envelope}"><soap:Body>${body}</soap:Body></soap:Envelope>`.markup
}

/** The elements of a field, in the order of its type: XML Schema wants them so. */
function field(name: string, value: unknown, type: GraphQLOutputType): Markup | undefined {
  if (value === undefined || value === null) return undefined
  if (isNonNullType(type)) return field(name, value, type.ofType)
  if (isListType(type))
    return markup`${(value as unknown[]).map((item) => field(name, item, type.ofType as GraphQLOutputType) ?? markup``)}`
  if (isUnionType(type)) {
    const own = (value as { __typename: string }).__typename
    const member = type.getTypes().find((candidate) => candidate.name === own)
    return member && element(name, field(own, value, member))
  }
  if (isObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((one) => one.name !== '__typename')
    const values = value as Record<string, unknown>
    return element(name, markup`${fields.map((one) => field(one.name, values[one.name], one.type) ?? markup``)}`)
  }
  return element(name, value as string | number | boolean)
}
