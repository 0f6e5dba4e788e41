import type { FormFactor } from '@mosaic/schemas/release'
import { capabilitiesOf } from '@mosaic/widgets/graphql'
import {
  GraphQLError,
  isListType,
  isNonNullType,
  Kind,
  type GraphQLNullableType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql'
import type { HomePart, MePart, Plan, Planning, RootPart } from './contract.ts'
import { fieldsOf, rootFieldsOf, Unplannable, writerOf, type PlannedField, type Write } from './writer.ts'

/** Compiles a question about homes. `undefined` when it asks for something that no plan can express: then the executor answers it. */
export function compilePlan(planning: Planning): Plan | undefined {
  const { schema, operation, fragments } = planning
  const query = schema.getQueryType()
  if (operation.operation !== 'query' || !query || (operation.directives?.length ?? 0) > 0) return undefined
  try {
    const roots = rootFieldsOf(planning, query).map((field, index) => rootPart(planning, field, index === 0 ? '' : ','))
    if (!roots.some(({ part }) => part === 'home')) return undefined
    return { roots, capabilities: capabilitiesOf({ kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] }) }
  } catch (error) {
    // A GraphQLError is about what was sent, such as a null for `@skip`: the executor knows where to say so.
    if (error instanceof Unplannable || error instanceof GraphQLError) return undefined
    throw error
  }
}

function rootPart(planning: Planning, field: PlannedField, comma: string): RootPart {
  const prefix = comma + field.prefix
  const type = objectOf(field.type)
  switch (field.name) {
    case '__typename':
      return { part: 'text', text: prefix + JSON.stringify(field.read({})) }
    case 'me':
      return { part: 'me', prefix, fields: parts(planning, type, field, mePart) }
    case 'mosaic':
      return {
        part: 'home',
        prefix,
        argumentsOf: (variables) => {
          const { surface, line } = field.argumentsOf(variables) as { surface?: string | null; line?: string | null }
          return { surface: surface ?? 'home', line: line ?? undefined }
        },
        fields: parts(planning, type, field, homePart),
      }
    default:
      throw new Unplannable(field.name)
  }
}

function parts<Part>(
  planning: Planning,
  type: GraphQLObjectType,
  field: PlannedField,
  partOf: (planning: Planning, type: GraphQLObjectType, field: PlannedField, prefix: string) => Part,
): Part[] {
  return fieldsOf(planning, type, field.nodes).map((own, index) => partOf(planning, type, own, `${index === 0 ? '{' : ','}${own.prefix}`))
}

function mePart(planning: Planning, type: GraphQLObjectType, field: PlannedField, prefix: string): MePart {
  if (field.name === '__typename') return { part: 'text', prefix, text: JSON.stringify(type.name) }
  if (field.hasArguments) throw new Unplannable(field.name)
  const write = writerOf(planning, field.type, field.nodes)
  // Its resolver asks a back-end: the plan does that itself.
  if (field.name === 'lines') return { part: 'lines', prefix, write }
  return { part: 'session', prefix, write: reading(field, write) }
}

function homePart(planning: Planning, type: GraphQLObjectType, field: PlannedField, prefix: string): HomePart {
  if (field.name === '__typename') return { part: 'text', prefix, text: JSON.stringify(type.name) }
  if (field.hasArguments && field.name !== 'layout') throw new Unplannable(field.name)
  switch (field.name) {
    case 'widgets':
      return { part: 'widgets', prefix, write: writerOf(planning, itemOf(field.type), field.nodes) }
    case 'theme':
      return { part: 'theme', prefix, write: writerOf(planning, field.type, field.nodes) }
    case 'themes':
      return { part: 'themes', prefix, write: writerOf(planning, field.type, field.nodes) }
    case 'layout': {
      const formFactorOf: (HomePart & { part: 'layout' })['formFactorOf'] = (variables) =>
        field.argumentsOf(variables)['formFactor'] as FormFactor
      return { part: 'layout', prefix, formFactorOf, write: writerOf(planning, field.type, field.nodes) }
    }
    default:
      return { part: 'head', prefix, name: field.name, write: reading(field, writerOf(planning, field.type, field.nodes)) }
  }
}

function reading(field: PlannedField, write: Write): (source: object) => string {
  return (source) => write(field.read(source))
}

function objectOf(type: GraphQLOutputType): GraphQLObjectType {
  return (isNonNullType(type) ? type.ofType : type) as GraphQLObjectType
}

function itemOf(type: GraphQLOutputType): GraphQLOutputType {
  const list = (isNonNullType(type) ? type.ofType : type) as GraphQLNullableType
  if (!isListType(list)) throw new Unplannable('no list of widgets')
  return list.ofType as GraphQLOutputType
}
