import { createSchemaBuilder } from '@mosaic/widgets/graphql'
import type { GraphQLSchema } from 'graphql'
import type { CareContext } from './context.ts'
import { addDeskNews } from './desk-news.ts'
import { addHandOvers } from './hand-overs.ts'
import { addStaff } from './staff.ts'

/** The staff's schema. It shows customers' pages by the customers' own types, and shares nothing else with theirs. */
export function createCareSchema(): GraphQLSchema {
  const builder = createSchemaBuilder<CareContext>()
  builder.queryType({ description: 'Everything somebody at the care desk may ask.' })
  builder.mutationType({ description: 'Everything somebody at the care desk may do.' })
  addStaff(builder)
  addHandOvers(builder)
  addDeskNews(builder)
  return builder.toSchema()
}
