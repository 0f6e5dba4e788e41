import { createSchemaBuilder } from '@mosaic/widgets/graphql'
import type { GraphQLSchema } from 'graphql'
import { composeHome, type Home } from '../home/compose-home.ts'
import type { MyRequest } from '../me/my-answer.ts'
import { myBalance } from '../me/my-balance.ts'
import { myBills } from '../me/my-bills.ts'
import { mySimSecrets } from '../me/my-sim-secrets.ts'
import { myUsage } from '../me/my-usage.ts'
import { addActions } from './actions/index.ts'
import { addAnswerType } from './answer-type.ts'
import { addBalanceType } from './balance-type.ts'
import { addBillsType } from './bills-type.ts'
import { addCallBacks } from './call-backs/index.ts'
import { capabilitiesOfOperation } from './capabilities.ts'
import type { GraphqlContext } from './context.ts'
import { addGuides } from './guides/index.ts'
import { addHandOvers } from './hand-over/index.ts'
import { addPlaceType } from './hand-over/place-type.ts'
import { addMeType } from './me-type.ts'
import { addMenu } from './menu/index.ts'
import { addMosaicType } from './mosaic-type.ts'
import { addSimSecretsType } from './sim-secrets-type.ts'
import { addUsageType } from './usage-type.ts'

/** The customers' schema. Nothing of it is about staff: what they may ask stands in a schema of their own. */
export function createSchema(): GraphQLSchema {
  const builder = createSchemaBuilder<GraphqlContext>()
  const mosaic = addMosaicType(builder)
  const me = addMeType(builder)
  const answer = addAnswerType(builder)

  builder.queryType({
    description: 'Everything a signed-in customer may ask.',
    fields: (t) => ({
      mosaic: t.field({
        type: mosaic,
        nullable: false,
        description: 'A page composed for this customer and this device.',
        args: {
          surface: t.arg.string({ defaultValue: 'home', description: '`home`, or the id of a landing page.' }),
          line: t.arg.id({ description: 'One of the customer’s lines; without it the first.' }),
        },
        resolve: async (_root, { surface, line }, context, info) =>
          compose(context, { surface: surface ?? 'home', line: line ?? undefined, capabilities: capabilitiesOfOperation(info) }),
      }),
      me: t.field({
        type: me,
        nullable: false,
        description: 'The signed-in customer.',
        resolve: (_root, _args, context) => context.session(),
      }),
      balance: t.field({
        type: addBalanceType(builder, answer),
        nullable: false,
        description: 'The credit of one of the customer’s lines.',
        args: { line: t.arg.id({ description: 'One of the customer’s lines; without it the first.' }) },
        resolve: async (_root, { line }, context) => myBalance(context, await requestOf(context, line ?? undefined)),
      }),
      usage: t.field({
        type: addUsageType(builder, answer),
        nullable: false,
        description: 'What has been used of the plan of one of the customer’s lines.',
        args: { line: t.arg.id({ description: 'One of the customer’s lines; without it the first.' }) },
        resolve: async (_root, { line }, context) => myUsage(context, await requestOf(context, line ?? undefined)),
      }),
      bills: t.field({
        type: addBillsType(builder, answer),
        nullable: false,
        description: 'The bills of the customer.',
        resolve: async (_root, _args, context) => myBills(context, await requestOf(context, undefined)),
      }),
      simSecrets: t.field({
        type: addSimSecretsType(builder, answer),
        nullable: false,
        description: 'The PUK of one of the customer’s lines. Ask when he wants to see it, never before.',
        args: { lineId: t.arg.id({ required: true, description: 'One of the customer’s own lines.' }) },
        resolve: async (_root, { lineId }, context) => mySimSecrets(context, await requestOf(context, lineId)),
      }),
    }),
  })

  builder.mutationType({ description: 'Everything a signed-in customer may do.' })
  addActions(builder)
  const place = addPlaceType(builder)
  addHandOvers(builder, place)
  addMenu(builder, place)
  addCallBacks(builder)
  addGuides(builder, place)

  return builder.toSchema()
}

type HomeArguments = { surface: string; line: string | undefined; capabilities: ReadonlySet<string> }

async function compose(context: GraphqlContext, wanted: HomeArguments): Promise<Home> {
  return composeHome(context, { ...wanted, session: await context.session(), device: context.device, now: context.moment })
}

async function requestOf(context: GraphqlContext, line: string | undefined): Promise<MyRequest> {
  return { session: await context.session(), device: context.device, line, now: context.moment }
}
