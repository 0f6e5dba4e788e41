import { GraphQLError, Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode, type ValidationContext } from 'graphql'

/**
 * How much one document may ask. The home's own documents stay well below; what is above is a mistake or an attack, and is refused
 * before anything is resolved. Introspection (`__schema`, `__type`) is not counted: where it is on, its tools ask deeply.
 */
export const documentLimits = {
  /** Fields within fields. */
  depth: 14,
  /** Fields in all, with every fragment counted wherever it is spread. */
  fields: 4_000,
  /** Renamed fields: the way to ask the same thing many times. */
  aliases: 40,
  /** Fields of Query or Mutation: each may compose a whole home. */
  rootFields: 4,
  /** Words and signs of the text; checked while parsing. */
  tokens: 8_000,
} as const

type Measure = { depth: number; fields: number; aliases: number; rootFields: number }

/** A validation rule for the limits above. */
export function limitDocument(context: ValidationContext) {
  return {
    Document(document: DocumentNode) {
      for (const { what, limit, got } of excesses(document)) {
        const message = `The document asks too much: expected at most ${limit} ${what}, got ${got}. Split it, or ask for less.`
        context.reportError(new GraphQLError(message, { nodes: document.definitions[0], extensions: { code: 'DOCUMENT_TOO_LARGE' } }))
      }
    },
  }
}

function excesses(document: DocumentNode) {
  const measure = createMeasure(document)
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  return operations.flatMap(({ selectionSet }) => {
    const { depth, fields, aliases, rootFields } = measure(selectionSet)
    return [
      { what: 'levels of fields', limit: documentLimits.depth, got: depth },
      { what: 'fields', limit: documentLimits.fields, got: fields },
      { what: 'aliases', limit: documentLimits.aliases, got: aliases },
      { what: 'fields at the root', limit: documentLimits.rootFields, got: rootFields },
    ].filter(({ limit, got }) => got > limit)
  })
}

/** Each fragment is measured once, however often it is spread: the measuring itself must not be what an attacker multiplies. */
function createMeasure(document: DocumentNode) {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  }
  const measured = new Map<string, Measure>()
  const none: Measure = { depth: 0, fields: 0, aliases: 0, rootFields: 0 }

  function measureFragment(name: string): Measure {
    const known = measured.get(name)
    if (known) return known
    const fragment = fragments.get(name)
    if (!fragment) return none
    // A fragment that contains itself is refused by another rule; here it only must not go round for ever.
    measured.set(name, none)
    const result = measureSet(fragment.selectionSet)
    measured.set(name, result)
    return result
  }

  function measureSet({ selections }: SelectionSetNode): Measure {
    return selections.map(measureSelection).reduce(
      (sum, part) => ({
        depth: Math.max(sum.depth, part.depth),
        fields: sum.fields + part.fields,
        aliases: sum.aliases + part.aliases,
        rootFields: sum.rootFields + part.rootFields,
      }),
      none,
    )
  }

  function measureSelection(selection: SelectionSetNode['selections'][number]): Measure {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return measureFragment(selection.name.value)
    if (selection.kind === Kind.INLINE_FRAGMENT) return measureSet(selection.selectionSet)
    const aliases = selection.alias ? 1 : 0
    if (selection.name.value.startsWith('__')) return { ...none, fields: 1, aliases, rootFields: 1 }
    const inner = selection.selectionSet ? measureSet(selection.selectionSet) : none
    return { depth: inner.depth + 1, fields: inner.fields + 1, aliases: inner.aliases + aliases, rootFields: 1 }
  }

  return measureSet
}
