import {
  getOperationAST,
  getVariableValues,
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import type { TrustedDocuments } from '../trusted-documents.ts'
import { compilePlan } from './compile-plan.ts'
import type { Plan, Variables } from './contract.ts'

/** The plans of the trusted documents. */
export type Plans = {
  /**
   * The plan for one question, with its variables as the schema reads them. `undefined` when there is none, or when something about the question is wrong: the
   * executor says what.
   */
  find(documentId: string, operationName: string | undefined, variables: Variables): { plan: Plan; variables: Variables } | undefined
}

/** So many ways to skip fields are compiled before anybody asks; documents with more of them are compiled as they are asked. */
const skipsCompiledAhead = 4
const variantsKept = 64

/** Compiles every trusted document, so that nobody who asks waits for it. */
export function createPlans(documents: TrustedDocuments, schema: GraphQLSchema): Plans {
  const planned = new Map([...documents.values()].map(({ id, document }) => [id, plannedOf(document, schema)]))

  return {
    find: (documentId, operationName, variables) => planned.get(documentId)?.(operationName, variables),
  }
}

/** Documents that say the same are one document, and are compiled once; so they are for the next server of this process. */
function plannedOf(document: DocumentNode, schema: GraphQLSchema): Planned {
  const known = plannedBefore.get(document)
  if (known?.schema === schema) return known.find
  const find = createDocument(document, schema)
  plannedBefore.set(document, { schema, find })
  return find
}
type Planned = ReturnType<typeof createDocument>
const plannedBefore = new WeakMap<DocumentNode, { schema: GraphQLSchema; find: Planned }>()

function createDocument(document: DocumentNode, schema: GraphQLSchema) {
  const fragments = Object.fromEntries(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  )
  const operations = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.OPERATION_DEFINITION ? [[each, createVariants(each, fragments, schema)]] : [],
    ),
  )
  return (operationName: string | undefined, raw: Variables) => {
    const operation = getOperationAST(document, operationName)
    const variants = operation && operations.get(operation)
    if (!variants) return undefined
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], raw)
    const plan = coerced && variants(coerced)
    return plan && { plan, variables: coerced }
  }
}

/** One operation: a plan for each way in which its variables skip fields. */
function createVariants(
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  schema: GraphQLSchema,
) {
  const deciding = decidingVariables([operation, ...Object.values(fragments)])
  const plans = new LRUCache<string, { plan: Plan | undefined }>({ max: variantsKept })
  const planOf = (variables: Variables) => {
    const key = deciding.map((name) => String(variables[name])).join()
    let known = plans.get(key)
    if (!known) plans.set(key, (known = { plan: compilePlan({ schema, operation, fragments, variables }) }))
    return known.plan
  }
  if (deciding.length <= skipsCompiledAhead) for (const variables of combinations(deciding)) planOf(variables)
  return planOf
}

/** The variables that `@skip` and `@include` look at. */
function decidingVariables(definitions: readonly (OperationDefinitionNode | FragmentDefinitionNode)[]): string[] {
  const names = new Set<string>()
  for (const definition of definitions) {
    visit(definition, {
      Directive: ({ arguments: args }) => {
        for (const { value } of args ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value)
      },
    })
  }
  return [...names].sort()
}

function combinations(names: readonly string[]): Variables[] {
  return names.reduce<Variables[]>((sets, name) => sets.flatMap((set) => [true, false].map((value) => ({ ...set, [name]: value }))), [{}])
}
