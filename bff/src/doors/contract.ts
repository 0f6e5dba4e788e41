import { getNamedType, isInputObjectType, Kind, parse, TypeInfo, typeFromAST, visit, visitWithTypeInfo, valueFromASTUntyped } from 'graphql'
import type { DocumentNode, GraphQLInputType, GraphQLOutputType, GraphQLSchema, NamedTypeNode, OperationDefinitionNode } from 'graphql'
import { cutTo } from './cut-schema.ts'
import type { Operation } from './operations.ts'

/** One thing a caller may say: a variable of the operation's document. */
export type Input = { name: string; type: GraphQLInputType; description: string; isRequired: boolean; fallback?: Plain }
type Plain = string | number | boolean

/** An operation with everything that the doors tell about it. */
export type Offered = Operation & {
  parsed: DocumentNode
  isWrite: boolean
  description: string
  inputs: readonly Input[]
  output: GraphQLOutputType
}

/** What the doors offer, and the types of what comes out of them. */
export type Contract = { operations: readonly Offered[]; schema: GraphQLSchema }

/**
 * Reads the contract of the doors off the GraphQL schema and the operations' documents. There is no second place where a type is described, and
 * nothing is promised that no document asks for.
 */
export function createContract(schema: GraphQLSchema, operations: readonly Operation[]): Contract {
  const parsed = operations.map(({ document }) => parse(document))
  const cut = cutTo(schema, parsed)
  return { schema: cut, operations: operations.map((operation, index) => offer(operation, parsed[index] as DocumentNode, schema, cut)) }
}

function offer(operation: Operation, parsed: DocumentNode, schema: GraphQLSchema, cut: GraphQLSchema): Offered {
  const [definition] = parsed.definitions as [OperationDefinitionNode]
  const field = cut.getRootType(definition.operation)?.getFields()[operation.root]
  if (!field) throw new TypeError(`${operation.name} asks no field ${operation.root}`)
  return {
    ...operation,
    parsed,
    isWrite: definition.operation === 'mutation',
    description: field.description ?? '',
    inputs: inputsOf(definition, parsed, schema),
    output: field.type,
  }
}

function inputsOf({ variableDefinitions = [] }: OperationDefinitionNode, document: DocumentNode, schema: GraphQLSchema): Input[] {
  const descriptions = describeVariables(document, schema)
  return variableDefinitions.map(({ variable, type, defaultValue }) => ({
    name: variable.name.value,
    type: typeFromAST(schema, type as NamedTypeNode) as GraphQLInputType,
    description: descriptions.get(variable.name.value) ?? '',
    isRequired: type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined,
    ...(defaultValue && { fallback: valueFromASTUntyped(defaultValue) as Plain }),
  }))
}

/** What each variable is: the argument, or the field of an input, that it fills. */
function describeVariables(document: DocumentNode, schema: GraphQLSchema): ReadonlyMap<string, string> {
  const descriptions = new Map<string, string>()
  const info = new TypeInfo(schema)
  const place: { description?: string | null | undefined }[] = []
  visit(
    document,
    visitWithTypeInfo(info, {
      Argument: { enter: () => void place.push(info.getArgument() ?? {}), leave: () => void place.pop() },
      ObjectField: {
        enter({ name }) {
          const parent = getNamedType(info.getParentInputType())
          place.push((isInputObjectType(parent) ? parent.getFields()[name.value] : undefined) ?? {})
        },
        leave: () => void place.pop(),
      },
      Variable({ name }) {
        const description = place.at(-1)?.description
        if (description) descriptions.set(name.value, description)
      },
    }),
  )
  return descriptions
}
