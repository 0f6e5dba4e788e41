import {
  BreakingChangeType,
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  type GraphQLEnumType,
  type GraphQLSchema,
} from 'graphql'

/** One thing that shipped apps rely on and the new schema does not give them any more, and the way out. */
export type Breach = { code: string; what: string; fix: string }

const keep = 'Shipped apps ask for it until the last of them is gone: put it back, and add what is new beside it.'
const fixes: Partial<Record<string, string>> = {
  [BreakingChangeType.REQUIRED_ARG_ADDED]: 'Shipped apps do not send it: make it nullable, or give it a default.',
  [BreakingChangeType.REQUIRED_INPUT_FIELD_ADDED]: 'Shipped apps do not send it: make it nullable, or give it a default.',
  [BreakingChangeType.FIELD_CHANGED_KIND]: 'Shipped apps parse what it was: keep its type, and add a field of another name beside it.',
  [BreakingChangeType.ARG_CHANGED_KIND]: 'Shipped apps send what it was: keep its type, and add an argument of another name beside it.',
  [DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE]: 'Shipped apps that leave it out mean the old value: keep it as the default.',
}

/** What of the new schema would break apps that were built against the old one. Adding to it is no breach, but for a new value of an enum that apps read. */
export function findBreaches(shipped: GraphQLSchema, current: GraphQLSchema): Breach[] {
  const dangerous = findDangerousChanges(shipped, current).filter(({ type }) => type === DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE)
  return [
    ...[...findBreakingChanges(shipped, current), ...dangerous].map(({ type, description }) => ({
      code: type,
      what: description,
      fix: fixes[type] ?? keep,
    })),
    ...newOutputValues(shipped, current),
  ]
}

/** The code that Apollo makes for an app knows the values of its day only. An enum that apps send, and never read, may grow. */
function newOutputValues(shipped: GraphQLSchema, current: GraphQLSchema): Breach[] {
  return Object.values(shipped.getTypeMap()).flatMap((type) => {
    const now = current.getType(type.name)
    if (!isEnumType(type) || !isEnumType(now) || !(isRead(shipped, type) || isRead(current, now))) return []
    const added = now.getValues().filter(({ name }) => !type.getValue(name))
    return added.map(({ name }) => ({
      code: 'VALUE_ADDED_TO_OUTPUT_ENUM',
      what: `${name} was added to the enum ${type.name}, which apps read.`,
      fix: 'Shipped apps do not know it: send one of the old values, and say the new in a field of type String beside it.',
    }))
  })
}

function isRead(schema: GraphQLSchema, wanted: GraphQLEnumType): boolean {
  return Object.values(schema.getTypeMap()).some(
    (type) =>
      !type.name.startsWith('__') &&
      (isObjectType(type) || isInterfaceType(type)) &&
      Object.values(type.getFields()).some((field) => getNamedType(field.type) === wanted),
  )
}
