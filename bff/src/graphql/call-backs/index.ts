import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import { mostDays } from '../../call-backs/call-backs.ts'
import type { Slot } from '../../call-backs/contract.ts'
import { requestCallBack, type RequestedCallBack } from '../../call-backs/request.ts'
import { careOf, type GraphqlContext } from '../context.ts'

/** When somebody can call the customer back, and asking for it. */
export function addCallBacks(builder: WidgetBuilder<GraphqlContext>): void {
  const time = builder.objectRef<Slot>('CallBackTime').implement({
    description: 'A period in which somebody can call.',
    fields: (t) => ({
      startsAt: t.field({
        type: 'DateTime',
        nullable: false,
        description: 'From when.',
        resolve: ({ startsAt }) => startsAt.toISOString(),
      }),
      endsAt: t.field({ type: 'DateTime', nullable: false, description: 'Until when.', resolve: ({ endsAt }) => endsAt.toISOString() }),
    }),
  })
  const requested = builder.objectRef<RequestedCallBack>('RequestedCallBack').implement({
    description: 'What came of asking to be called.',
    fields: (t) => ({
      status: t.exposeString('status', {
        nullable: false,
        description: '`booked`, `full` (somebody was first), `closed` (not at this time); may grow.',
      }),
      message: t.expose('message', { type: 'Text', nullable: false, description: 'For the customer.' }),
      startsAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: 'From when he is called; null when it is not booked.',
        resolve: ({ startsAt }) => startsAt?.toISOString(),
      }),
    }),
  })
  const input = builder.inputType('RequestCallBackInput', {
    description: 'When to call, and what is known already.',
    fields: (t) => ({
      startsAt: t.field({ type: 'DateTime', required: true, description: 'As `callBackTimes` names it.' }),
      topic: t.string({ description: 'What it is about, in the customer’s words.' }),
      lineId: t.id({ description: 'One of the customer’s own lines, when it is about one.' }),
      handOver: t.id({ description: 'The hand-over he was stuck at: whoever calls sees it.' }),
      run: t.id({ description: 'The walk through a guide that led here: nobody asks again.' }),
      idempotencyKey: t.string({ required: true, description: 'One per intent: the same key never books twice.' }),
    }),
  })

  builder.queryField('callBackTimes', (t) =>
    t.field({
      type: [time],
      nullable: false,
      description: 'When somebody can call, of today and the days to come, soonest first. Empty where nobody calls back.',
      resolve: async (_root, _args, context) => {
        const { brand } = await context.session()
        return (await careOf(context).callBacks.slots(brand, mostDays)).filter(({ free }) => free > 0)
      },
    }),
  )
  builder.mutationField('requestCallBack', (t) =>
    t.field({
      type: requested,
      nullable: false,
      description: 'Has the operator call the customer.',
      args: { input: t.arg({ type: input, required: true, description: 'When, and about what.' }) },
      resolve: async (_root, { input: wish }, context) => {
        const request = { session: await context.session(), device: context.device, now: context.moment }
        return requestCallBack({ ...context, care: careOf(context) }, request, wish)
      },
    }),
  )
}
