import { Value } from 'typebox/value'
import { show } from '@mosaic/schemas/errors'
import { methodNames, type MethodName } from '@mosaic/schemas/bss'
import { badRequest, notFound } from '../http/problem.ts'
import { faultSchemas, type Fault, type FaultKind } from './types.ts'

/** The name of a BSS method, or of all of them at once. */
export type FaultTarget = MethodName | 'all'

const maxFaults = 8

/** @throws {HttpProblem} 404 that lists the names there are */
export function parseTarget(name: string): FaultTarget {
  const target = (['all', ...methodNames] as const).find((known) => known === name)
  if (!target) throw notFound(`There is no BSS method ${show(name)}. Use one of ${methodNames.join(', ')}, or all.`)
  return target
}

/** One fault, or a list of them. @throws {HttpProblem} 400 that names the setting, what was expected and what stands there */
export function parseFaults(body: unknown): Fault[] {
  const list: unknown[] = Array.isArray(body) ? body : [body]
  if (list.length === 0 || list.length > maxFaults)
    throw badRequest(`Expected 1 to ${maxFaults} faults, got ${list.length}. DELETE removes faults.`)
  return list.map((entry, index) => parseFault(entry, Array.isArray(body) ? `[${index}]` : ''))
}

function parseFault(entry: unknown, where: string): Fault {
  const kinds = Object.keys(faultSchemas)
  const kind = typeof entry === 'object' && entry !== null && 'kind' in entry ? entry.kind : undefined
  if (!isKind(kind)) throw badRequest(`${where}kind: expected one of ${kinds.join(', ')}, got ${show(kind)}.`)
  const schema = faultSchemas[kind]
  if (Value.Check(schema, entry)) return entry as Fault
  const problems = Value.Errors(schema, entry)
  // The list also says "schema is false" for every setting that does not exist: told once, with the ones that do.
  const unknown = problems.find(({ keyword }) => keyword === 'additionalProperties')
  if (unknown) {
    const settings = Object.keys(schema.properties).filter((name) => name !== 'kind')
    throw badRequest(`${where}${kind}: there is no setting ${show(extraOf(entry, settings))}. Settings: ${settings.join(', ')}.`)
  }
  const first = problems[0]
  const path = first?.instancePath.slice(1) ?? ''
  throw badRequest(
    `${where}${kind}.${path || 'fault'}: ${first?.message ?? 'is not valid'}, got ${show(Value.Pointer.Get(entry, first?.instancePath ?? ''))}.`,
  )
}

function isKind(value: unknown): value is FaultKind {
  return typeof value === 'string' && Object.hasOwn(faultSchemas, value)
}

function extraOf(entry: unknown, settings: readonly string[]): string | undefined {
  return Object.keys(entry as object).find((name) => name !== 'kind' && !settings.includes(name))
}
