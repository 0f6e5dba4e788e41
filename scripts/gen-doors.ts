/**
 * Prints the contracts of the REST and the SOAP door from the GraphQL schema: what partners generate their clients from, and what the BFF serves.
 * With --check it only compares.
 */
import { createContract } from '@mosaic/bff/src/doors/contract.ts'
import { operations } from '@mosaic/bff/src/doors/operations.ts'
import { createOpenApi } from '@mosaic/bff/src/doors/rest/openapi.ts'
import { createWsdl } from '@mosaic/bff/src/doors/soap/wsdl.ts'
import { createSchema } from '@mosaic/bff/src/graphql/schema.ts'
import { keepGenerated } from './lib/generated.ts'
import { inRoot } from './lib/house.ts'
import { main } from './lib/steps.mjs'

/** The printed contracts, by absolute path. */
export function printedContracts(): Map<string, string> {
  const contract = createContract(createSchema(), operations)
  return new Map([
    [inRoot('schemas', 'doors', 'openapi.json'), `${JSON.stringify(createOpenApi(contract), null, 2)}\n`],
    [inRoot('schemas', 'doors', 'self-care.wsdl'), createWsdl(contract)],
  ])
}

if (import.meta.main) await main(async () => keepGenerated(printedContracts()))
