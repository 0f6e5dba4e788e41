import { isListType, isNonNullType, isObjectType, isUnionType, type GraphQLOutputType } from 'graphql'

/**
 * An answer in the form that all doors have in common: no nulls, no lists or objects with nothing in them, unions with the name of their member, and instants
 * written in one way. It goes by the type alone, so that what one door left out, added or renamed makes a difference.
 */
export function plain(value: unknown, type: GraphQLOutputType): unknown {
  if (isNonNullType(type)) return plain(value, type.ofType as GraphQLOutputType)
  if (value === null || value === undefined) return undefined
  if (isListType(type)) {
    const items = (Array.isArray(value) ? value : [value]).filter((item) => item !== null)
    return items.length > 0 ? items.map((item) => plain(item, type.ofType as GraphQLOutputType)) : undefined
  }
  if (isUnionType(type)) {
    const own = (value as { __typename?: string }).__typename
    // In XML the name of the member is an element around it.
    const [name, inner] = own === undefined ? (Object.entries(value)[0] ?? []) : [own, value]
    const member = type.getTypes().find((candidate) => candidate.name === name)
    return member ? { ...(plain(inner, member) as object | undefined), __typename: name } : { unknown: name }
  }
  if (!isObjectType(type)) return type.name === 'DateTime' ? new Date(value as string | Date).toISOString() : value
  const types = type.getFields()
  const entries = Object.entries(value)
    .filter(([name]) => name !== '__typename')
    .map(([name, field]) => [name, types[name] ? plain(field, types[name].type) : field] as const)
  const there = entries.filter(([, field]) => field !== undefined)
  return there.length > 0 ? Object.fromEntries(there) : undefined
}
