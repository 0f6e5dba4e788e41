import { buildASTSchema, getNamedType, isAbstractType, Kind, parse, printSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql'
import type {
  DefinitionNode,
  DocumentNode,
  FieldDefinitionNode,
  GraphQLSchema,
  InterfaceTypeDefinitionNode,
  ObjectTypeDefinitionNode,
} from 'graphql'

/**
 * The part of a schema that documents ask for, as it comes out: object types with the fields that are asked, and unions where an interface was asked,
 * each member with its own name as `__typename`. For describing answers in other languages (JSON Schema, XML Schema); it is never executed.
 */
export function cutTo(schema: GraphQLSchema, documents: readonly DocumentNode[]): GraphQLSchema {
  const asked = fieldsAsked(schema, documents)
  const unions = unionsAsked(schema, asked)
  const definitions = parse(printSchema(schema)).definitions.flatMap((definition): readonly DefinitionNode[] => {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
        return cutObject(definition, asked.get(definition.name.value))
      case Kind.INTERFACE_TYPE_DEFINITION:
        return asUnion(definition, unions.get(definition.name.value))
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        return []
      default:
        return [definition]
    }
  })
  // Fields called `__typename` are no valid SDL, and all that is wanted of this one.
  return buildASTSchema({ kind: Kind.DOCUMENT, definitions }, { assumeValid: true })
}

type Asked = ReadonlyMap<string, ReadonlySet<string>>

/** The fields that are asked, by object type; what is asked of an interface is asked of all its types. */
function fieldsAsked(schema: GraphQLSchema, documents: readonly DocumentNode[]): Asked {
  const asked = new Map<string, Set<string>>()
  for (const document of documents) {
    const info = new TypeInfo(schema)
    visit(
      document,
      visitWithTypeInfo(info, {
        Field({ name }) {
          const parent = info.getParentType()
          if (!parent) return
          for (const { name: type } of isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent]) {
            asked.set(type, (asked.get(type) ?? new Set()).add(name.value))
          }
        },
      }),
    )
  }
  return asked
}

/** The interfaces that asked fields have as their type, with the types that can come. */
function unionsAsked(schema: GraphQLSchema, asked: Asked): ReadonlyMap<string, readonly string[]> {
  const unions = new Map<string, readonly string[]>()
  for (const [type, names] of asked) {
    const object = schema.getType(type)
    const fields = object && 'getFields' in object ? Object.values(object.getFields()) : []
    for (const field of fields.filter(({ name }) => names.has(name))) {
      const inner = getNamedType(field.type)
      if (isAbstractType(inner))
        unions.set(
          inner.name,
          schema.getPossibleTypes(inner).map(({ name }) => name),
        )
    }
  }
  return unions
}

function cutObject(definition: ObjectTypeDefinitionNode, asked: ReadonlySet<string> | undefined): readonly DefinitionNode[] {
  const name = definition.name.value
  const fields = definition.fields?.filter((field) => asked?.has(field.name.value)).map(withoutArguments) ?? []
  if (fields.length === 0) return []
  const cut = { ...definition, interfaces: [], fields }
  if (!asked?.has('__typename')) return [cut]
  const [named, names] = parse(`type ${name} { __typename: ${name}Name! } enum ${name}Name { ${name} }`).definitions
  const typename = (named as ObjectTypeDefinitionNode).fields ?? []
  return [{ ...cut, fields: [...typename, ...fields] }, names as DefinitionNode]
}

function withoutArguments(field: FieldDefinitionNode): FieldDefinitionNode {
  return { ...field, arguments: [] }
}

function asUnion({ name, description }: InterfaceTypeDefinitionNode, members: readonly string[] | undefined): readonly DefinitionNode[] {
  if (!members) return []
  const types = members.map((member) => ({ kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: member } }) as const)
  return [{ kind: Kind.UNION_TYPE_DEFINITION, name, types, ...(description && { description }) }]
}
