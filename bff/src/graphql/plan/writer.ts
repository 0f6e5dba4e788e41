import { collectFields, collectSubFields } from '@graphql-tools/utils'
import { isShared } from '@mosaic/widgets/shared'
import {
  defaultFieldResolver,
  getArgumentValues,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  print,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql'
import { inOnePiece } from '../../in-one-piece.ts'
import type { Planning } from './contract.ts'

/*
 * Selections compiled to functions that write JSON. They write what an executor would answer where nothing goes wrong, and refuse everything else by
 * throwing `Unplannable`: a null that may not be, a value a scalar does not accept, a resolver that wants the context or a promise. Whoever is refused asks the
 * executor, which knows what becomes of it.
 */

/** Writes the JSON of a value. @throws {Unplannable} */
export type Write = (value: unknown) => string

/** What a plan cannot express. */
export class Unplannable extends Error {}

/** One field of a selection, ready to be read off its object. */
export type PlannedField = {
  /** `"key":`, as it stands in the answer. */
  prefix: string
  name: string
  type: GraphQLOutputType
  nodes: readonly FieldNode[]
  hasArguments: boolean
  argumentsOf: (variables: Planning['variables']) => Record<string, unknown>
  /** Reads it off a source that needs no arguments. */
  read: (source: object) => unknown
}

/** The fields of a selection on one object type, in the order of the answer: exactly those the executor would collect. */
export function fieldsOf(planning: Planning, type: GraphQLObjectType, nodes: readonly FieldNode[]): PlannedField[] {
  const { schema, fragments, variables } = planning
  const { fields, patches } = collectSubFields(schema, { ...fragments }, { ...variables }, type, [...nodes])
  if (patches.length > 0) throw new Unplannable('an answer in parts')
  return [...fields].map(([key, own]) => plannedField(type, key, own))
}

/** The fields of the operation itself. */
export function rootFieldsOf(planning: Planning, type: GraphQLObjectType): PlannedField[] {
  const { schema, fragments, variables, operation } = planning
  const { fields, patches } = collectFields(schema, { ...fragments }, { ...variables }, type, operation.selectionSet)
  if (patches.length > 0) throw new Unplannable('an answer in parts')
  return [...fields].map(([key, own]) => plannedField(type, key, own))
}

/** Writes values of a type. */
export function writerOf(planning: Planning, type: GraphQLOutputType, nodes: readonly FieldNode[]): Write {
  if (isNonNullType(type)) {
    const write = writerOfPresent(planning, type.ofType as GraphQLOutputType, nodes)
    return (value) => {
      if (value === undefined || value === null) throw new Unplannable('a null that may not be')
      return write(value)
    }
  }
  const write = writerOfPresent(planning, type, nodes)
  return (value) => (value === undefined || value === null ? 'null' : write(value))
}

/** Writes the fields of an object, with their braces. */
export function objectWriter(planning: Planning, type: GraphQLObjectType, nodes: readonly FieldNode[]): Write {
  const fields: WrittenField[] = []
  let start = '{'
  for (const { prefix, name, type: own, nodes: below, hasArguments, read } of fieldsOf(planning, type, nodes)) {
    start += prefix
    // What is the same in every answer stands before what comes next.
    if (name === '__typename') start += `${JSON.stringify(type.name)},`
    else {
      if (hasArguments) throw new Unplannable('a field with arguments inside a widget')
      fields.push({ starts: startsOf(start), isText: isTextType(own), read, write: writerBelow(planning, own, below) })
      start = ','
    }
  }
  const end = `${start.endsWith(',') ? start.slice(0, -1) : start}}`
  const endOfText = `"${end}`
  return (value) => {
    if (typeof value !== 'object' || isPending(value)) throw new Unplannable('no object')
    let text = ''
    let isInText = false
    for (const { starts, isText, read, write } of fields) {
      const own = read(value as object)
      const isPlain = isText && typeof own === 'string' && !escaped.test(own)
      text += isInText ? (isPlain ? starts.textAfterText : starts.afterText) : isPlain ? starts.text : starts.plain
      text += isPlain ? own : write(own)
      isInText = isPlain
    }
    return text + (isInText ? endOfText : end)
  }
}

/**
 * A field of an object that is written often. Nearly all are texts, and each piece that is put to another costs an object, which is looked through once more at the end: so quotes
 * stand with what comes before the text and after it.
 */
type WrittenField = { starts: ReturnType<typeof startsOf>; isText: boolean; read: PlannedField['read']; write: Write }

function startsOf(start: string) {
  return { plain: start, text: `${start}"`, afterText: `"${start}`, textAfterText: `"${start}"` }
}

function isTextType(type: GraphQLOutputType): boolean {
  const own = isNonNullType(type) ? type.ofType : type
  return own === GraphQLString || own === GraphQLID
}

function plannedField(type: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): PlannedField {
  const [first] = nodes as [FieldNode]
  const name = first.name.value
  const prefix = `${JSON.stringify(key)}:`
  const plain = { prefix, name, nodes, hasArguments: false, argumentsOf: () => ({}) }
  if (name === '__typename') return { ...plain, type: GraphQLString, read: () => type.name }
  const field = type.getFields()[name]
  // Introspection, which stands on every schema's root.
  if (!field) throw new Unplannable(`${type.name}.${name}`)
  const { resolve } = field
  return {
    ...plain,
    type: field.type,
    hasArguments: field.args.length > 0,
    argumentsOf: (variables) => getArgumentValues(field, first, variables),
    read: resolve === undefined || resolve === defaultFieldResolver ? property(name) : (source) => resolve(source, {}, undefined, noInfo),
  }
}

/** A resolver that looks at it is no reader of plain data. */
const noInfo = undefined as unknown as GraphQLResolveInfo

function property(name: string) {
  return (source: object) => {
    const value = (source as Record<string, unknown>)[name]
    if (typeof value === 'function') throw new Unplannable('a value that is to be called')
    return value
  }
}

function writerOfPresent(planning: Planning, type: GraphQLOutputType, nodes: readonly FieldNode[]): Write {
  if (isLeafType(type)) return leafWriter(type)
  if (isListType(type)) return once(listWriter(writerBelow(planning, type.ofType as GraphQLOutputType, nodes)))
  if (isObjectType(type)) return once(objectWriter(planning, type, nodes))
  if (isAbstractType(type)) return once(abstractWriter(planning, type, nodes))
  throw new Unplannable('another kind of type')
}

/** By what is selected of which type: the same stands in many places of a document. */
const writersBelow = new WeakMap<Planning, Map<string, Write>>()

/** Writes what is inside of another value: the same function for the same selection, so that what it has written serves wherever that stands. */
function writerBelow(planning: Planning, type: GraphQLOutputType, nodes: readonly FieldNode[]): Write {
  let writers = writersBelow.get(planning)
  if (!writers) writersBelow.set(planning, (writers = new Map()))
  const key = [String(type), ...nodes.map(({ selectionSet }) => (selectionSet ? print(selectionSet) : ''))].join(' ')
  let write = writers.get(key)
  if (!write) {
    write = writerOf(planning, type, nodes)
    if (isAbstractType(isNonNullType(type) ? type.ofType : type)) write = again(write)
    writers.set(key, write)
  }
  return write
}

const remembered = 8

/** What stands in several places of a tile is written once for it: its actions do, among those of its kind and where the kind itself has them. */
function again(write: Write): Write {
  const values: unknown[] = []
  const texts: string[] = []
  let next = 0
  return (value) => {
    if (typeof value !== 'object' || value === null) return write(value)
    const before = texts[values.indexOf(value)]
    if (before !== undefined) return before
    const text = write(value)
    values[next] = value
    texts[next] = text
    next = (next + 1) % remembered
    return text
  }
}

/** What is the same for everybody is written once for as long as there is such a thing. */
function once(write: Write): Write {
  const written = new WeakMap<object, string>()
  return (value) => {
    const before = written.get(value as object)
    if (before !== undefined) return before
    const text = write(value)
    if (isShared(value as object)) written.set(value as object, inOnePiece(text))
    return text
  }
}

function listWriter(write: Write): Write {
  return (value) => {
    if (!Array.isArray(value)) throw new Unplannable('no list')
    let text = '['
    for (let at = 0; at < value.length; at++) text += at === 0 ? write(value[at]) : `,${write(value[at])}`
    return `${text}]`
  }
}

/** By the concrete type the schema itself makes of a value. */
function abstractWriter(planning: Planning, type: GraphQLAbstractType, nodes: readonly FieldNode[]): Write {
  const writers = new Map(planning.schema.getPossibleTypes(type).map((each) => [each.name, objectWriter(planning, each, nodes)]))
  const { resolveType } = type
  return (value) => {
    const name = resolveType ? resolveType(value, undefined, noInfo, type) : (value as { __typename?: unknown }).__typename
    const write = typeof name === 'string' ? writers.get(name) : undefined
    if (!write) throw new Unplannable('no known type')
    return write(value)
  }
}

/** A scalar or an enum, as its own `serialize` has it; the usual values of the usual scalars are written without asking it. */
function leafWriter(type: GraphQLLeafType): Write {
  const serialized: Write = (value) => {
    let outcome: unknown
    if (typeof value !== 'string' && isPending(value)) throw new Unplannable(`no ${type.name}`)
    try {
      outcome = type.serialize(value)
    } catch {
      throw new Unplannable(`no ${type.name}`)
    }
    if (outcome === undefined || outcome === null) throw new Unplannable(`no ${type.name}`)
    return typeof outcome === 'string' ? quoted(outcome) : JSON.stringify(outcome)
  }
  if (type === GraphQLString || type === GraphQLID) return (value) => (typeof value === 'string' ? quoted(value) : serialized(value))
  if (type === GraphQLInt) return (value) => (isInt32(value) ? String(value) : serialized(value))
  if (type === GraphQLFloat) return (value) => (Number.isFinite(value) ? JSON.stringify(value) : serialized(value))
  return serialized
}

/** What an executor does not write as it is: it throws an error that stands in a value's place, and waits for a promise. */
function isPending(value: unknown): boolean {
  return value instanceof Error || typeof (value as { then?: unknown } | null)?.then === 'function'
}

function isInt32(value: unknown): boolean {
  return typeof value === 'number' && (value | 0) === value
}

/** What JSON writes otherwise than it reads: quotes, backslashes, control characters, and halves of characters. */
// oxlint-disable-next-line no-control-regex
const escaped = /["\\\u0000-\u001f\ud800-\udfff]/

function quoted(text: string): string {
  return escaped.test(text) ? JSON.stringify(text) : `"${text}"`
}
