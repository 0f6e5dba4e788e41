import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import { mostDays } from '../../call-backs/call-backs.ts'
import { awaitedBy, cancelCallBack, type CancelledCallBack } from '../../call-backs/cancel.ts'
import type { CallBack, Slot } from '../../call-backs/contract.ts'
import { requestCallBack, type RequestedCallBack } from '../../call-backs/request.ts'
import { careOf, type GraphqlContext } from '../context.ts'

/** When somebody can call the customer back, asking for it, what is booked, and taking it back. */
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

  const mine = builder.objectRef<CallBack>('MyCallBack').implement({
    description: 'A call that the customer waits for.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'Its id.' }),
      startsAt: t.field({
        type: 'DateTime',
        nullable: false,
        description: 'From when he is called; past when it is late.',
        resolve: ({ startsAt }) => startsAt.toISOString(),
      }),
      endsAt: t.field({ type: 'DateTime', nullable: false, description: 'Until when.', resolve: ({ endsAt }) => endsAt.toISOString() }),
      topic: t.exposeString('topic', { nullable: false, description: 'What it is about; may be empty.' }),
    }),
  })
  const cancelled = builder.objectRef<CancelledCallBack>('CancelledCallBack').implement({
    description: 'What came of taking a call back.',
    fields: (t) => ({
      status: t.exposeString('status', {
        nullable: false,
        description: '`cancelled`, `taken` (somebody is about to call), `gone` (there is none, or it is over); may grow.',
      }),
      message: t.expose('message', { type: 'Text', nullable: false, description: 'For the customer.' }),
    }),
  })

  builder.queryField('callBacks', (t) =>
    t.field({
      type: [mine],
      nullable: false,
      description: 'The calls that the customer waits for, soonest first.',
      resolve: async (_root, _args, context) => awaitedBy(careOf(context).callBacks, await context.session(), context.moment),
    }),
  )
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
  builder.mutationField('cancelCallBack', (t) =>
    t.field({
      type: cancelled,
      nullable: false,
      description: 'Takes back a call that the customer has booked.',
      args: { id: t.arg.id({ required: true, description: 'Which.' }) },
      resolve: async (_root, { id }, context) => {
        const request = { session: await context.session(), device: context.device, now: context.moment }
        return cancelCallBack({ engine: context.engine, callBacks: careOf(context).callBacks }, request, id)
      },
    }),
  )
}
