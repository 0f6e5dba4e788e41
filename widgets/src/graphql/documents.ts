import { parse, type FragmentDefinitionNode } from 'graphql'
import { baseFragmentNames, sharedFragments } from './fragments.ts'
import { kindSchemas } from './registry.ts'

export { sharedFragments }

/** Per kind: the fragment that selects all that its web view draws. */
export const homeFragments: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(kindSchemas).map(([kind, { fragment }]) => [kind, fragment]),
)

/** The selection of a list of widgets: envelope, archetypes' faces, and every kind's own fragment. Goes with `operationDocument`. */
export const widgetSelection = [...baseFragmentNames, ...Object.values(homeFragments).map(fragmentName)]
  .map((name) => `...${name}`)
  .join(' ')

/** An operation together with the fragments that it, or `widgetSelection`, spreads. */
export function operationDocument(operation: string): string {
  return `${[operation.trim(), sharedFragments, ...Object.values(homeFragments)].join('\n\n')}\n`
}

function fragmentName(fragment: string): string {
  const [definition] = parse(fragment).definitions as [FragmentDefinitionNode]
  return definition.name.value
}
