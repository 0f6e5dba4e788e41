import { capabilitiesOf } from '@mosaic/widgets/graphql'
import type { Capabilities } from '@mosaic/widgets'
import { Kind, type GraphQLResolveInfo, type OperationDefinitionNode } from 'graphql'

/** Parsed documents are kept by the server, so each is walked once for as long as it is in use. */
const known = new WeakMap<OperationDefinitionNode, Capabilities>()

/** What the client that sent this document can draw: the types its fragments stand on. */
export function capabilitiesOfOperation({ operation, fragments }: GraphQLResolveInfo): Capabilities {
  let capabilities = known.get(operation)
  if (!capabilities) {
    capabilities = capabilitiesOf({ kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] })
    known.set(operation, capabilities)
  }
  return capabilities
}
