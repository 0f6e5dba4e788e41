import type { Yoga } from '../graphql/create-graphql.ts'
import type { Handler } from '../http/handler.ts'
import { createAsk, schemaOf } from './ask.ts'
import { createContract } from './contract.ts'
import { operations } from './operations.ts'
import { createDocumentation } from './rest/documentation.ts'
import { serveRest } from './rest/serve-rest.ts'
import { serveSoap } from './soap/serve-soap.ts'

/** The doors beside GraphQL. They know nothing of customers or back-ends: whatever they are asked, they ask the GraphQL server of this process. */
export function createDoors(graphql: Yoga): Handler[] {
  const contract = createContract(schemaOf(graphql), operations)
  const ask = createAsk(graphql)
  return [serveRest({ contract, ask, documentation: createDocumentation(contract) }), serveSoap({ contract, ask })]
}
