import { createSchemaBuilder } from '@mosaic/widgets/graphql'
import type { GraphQLSchema } from 'graphql'
import { addAudit } from './audit.ts'
import { addCallBackLoad } from './call-back-load.ts'
import { addCallBacks } from './call-backs.ts'
import { addContacts } from './contacts.ts'
import type { CareContext } from './context.ts'
import { addCustomerStanding } from './customer-standing.ts'
import { addCustomers } from './customers.ts'
import { addDeskNews } from './desk-news.ts'
import { addGuides } from './guides.ts'
import { addHandOvers } from './hand-overs.ts'
import { addReports } from './reports.ts'
import { addStaff } from './staff.ts'
import { addTargets } from './targets.ts'
import { addWhy } from './why.ts'

/** The staff's schema. It shows customers' pages by the customers' own types, and shares nothing else with theirs. */
export function createCareSchema(): GraphQLSchema {
  const builder = createSchemaBuilder<CareContext>()
  builder.queryType({ description: 'Everything somebody at the care desk may ask.' })
  builder.mutationType({ description: 'Everything somebody at the care desk may do.' })
  addStaff(builder)
  const customers = addCustomers(builder)
  addCustomerStanding(builder, customers)
  addContacts(builder, customers)
  addWhy(builder, customers)
  const target = addTargets(builder)
  addGuides(builder, target)
  const handOver = addHandOvers(builder, customers)
  addCallBacks(builder, customers, handOver)
  addCallBackLoad(builder)
  addReports(builder)
  addAudit(builder)
  addDeskNews(builder)
  return builder.toSchema()
}
