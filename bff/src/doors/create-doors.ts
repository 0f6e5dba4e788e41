import type { GraphQLSchema } from 'graphql'
import type { Yoga } from '../graphql/create-graphql.ts'
import type { Handler } from '../http/handler.ts'
import { createAsk, schemaOf } from './ask.ts'
import { createContract, type Contract } from './contract.ts'
import { operations } from './operations.ts'
import { createDocumentation, type Documentation } from './rest/documentation.ts'
import { serveRest } from './rest/serve-rest.ts'
import { serveSoap } from './soap/serve-soap.ts'

/** The doors beside GraphQL. They know nothing of customers or back-ends: whatever they are asked, they ask the GraphQL server of this process. */
export function createDoors(graphql: Yoga): Handler[] {
  const { contract, documentation } = offeredBy(schemaOf(graphql))
  const ask = createAsk(graphql)
  return [serveRest({ contract, ask, documentation }), serveSoap({ contract, ask })]
}

/** Kept as long as the schema: of several servers in one process only the first reads it. */
function offeredBy(schema: GraphQLSchema): Offer {
  let offer = offers.get(schema)
  if (!offer) {
    const contract = createContract(schema, operations)
    offers.set(schema, (offer = { contract, documentation: createDocumentation(contract) }))
  }
  return offer
}
type Offer = { contract: Contract; documentation: Documentation }
const offers = new WeakMap<GraphQLSchema, Offer>()
