import { isInterfaceType, isObjectType, type GraphQLObjectType } from 'graphql'
import { isLeftOut, type LeftOut } from '../compose.ts'
import type { WidgetView } from '../view-model.ts'
import { schema } from './execute.ts'

/** The widget that was composed; an error that says why, when none was. */
export function widget(composed: WidgetView | LeftOut): WidgetView {
  if (isLeftOut(composed)) throw new Error(`Expected a widget, but "${composed.leftOut}" was left out: ${composed.reason}`)
  return composed
}

/** The fields that every widget has. */
export function envelopeFields(): Record<string, unknown> {
  const envelope = schema.getType('Widget')
  return isInterfaceType(envelope) ? envelope.getFields() : {}
}

export function ownTypes(type: GraphQLObjectType, seen = new Set<GraphQLObjectType>()): GraphQLObjectType[] {
  if (seen.has(type)) return []
  seen.add(type)
  const reached = Object.values(type.getFields()).flatMap((field) => {
    const named = schema.getType(String(field.type).replace(/[[\]!]/g, ''))
    return isObjectType(named) ? ownTypes(named, seen) : []
  })
  return [type, ...reached]
}

export function langsOf(value: unknown): string[] {
  const found = new Set<string>()
  JSON.stringify(value, (key, part: unknown) => {
    if (key === 'lang' && typeof part === 'string') found.add(part)
    return part
  })
  return [...found]
}

/** Every string in a value, at any depth. */
export function stringsOf(value: unknown): string[] {
  const found: string[] = []
  JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'string') found.push(part)
    return part
  })
  return found
}

/** A client's answer as the view it was made of: a view leaves out what an answer says is null. */
export function withoutNulls(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, part: unknown) => (part === null ? undefined : part)))
}

/** Freezes a value and all that is in it, so that whoever changes it fails. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  Object.values(value).forEach(deepFreeze)
  return value
}
