import type { CallBack, Slot } from '../../call-backs/contract.ts'
import type { CareBuilder } from './context.ts'
import type { HandOverRef } from './hand-over-type.ts'

/** A call-back, and whom it is for: looked up by whoever hands it on. */
export type NamedCallBack = CallBack & { name: string }

/** `CallBack`: somebody who is to be called. */
export function addCallBackType(builder: CareBuilder, handOver: HandOverRef) {
  return builder.objectRef<NamedCallBack>('CallBack').implement({
    description: 'Somebody who is to be called back.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'Its id.' }),
      customerId: t.exposeID('customerId', { nullable: false, description: 'Who.' }),
      name: t.exposeString('name', { nullable: false, description: 'His name; empty while it cannot be looked up.' }),
      lineId: t.exposeID('lineId', { nullable: true, description: 'The line it is about, if it is about one.' }),
      msisdn: t.exposeString('msisdn', { nullable: false, description: 'The number to call, in E.164.' }),
      topic: t.exposeString('topic', { nullable: false, description: 'What it is about; may be empty.' }),
      said: t.field({
        type: ['String'],
        nullable: false,
        description: 'What he has said and found out already, oldest first: nobody asks twice.',
        resolve: ({ context }) => [...(context.said ?? [])],
      }),
      guideId: t.id({ nullable: true, description: 'The guide he has walked before.', resolve: ({ context }) => context.guideId }),
      startsAt: t.field({
        type: 'DateTime',
        nullable: false,
        description: 'From when.',
        resolve: ({ startsAt }) => startsAt.toISOString(),
      }),
      endsAt: t.field({ type: 'DateTime', nullable: false, description: 'Until when.', resolve: ({ endsAt }) => endsAt.toISOString() }),
      state: t.exposeString('state', {
        nullable: false,
        description: '`waiting`, `taken`, `done`, `unreached` (tried often enough) or `cancelled`; may grow.',
      }),
      isLate: t.boolean({
        nullable: false,
        description: 'Nobody has called, and the time is over.',
        resolve: ({ state, endsAt }, _args, { moment }) => (state === 'waiting' || state === 'taken') && endsAt <= moment,
      }),
      agentId: t.exposeID('agentId', { nullable: true, description: 'Who has taken it; null: nobody yet.' }),
      attempts: t.exposeInt('attempts', { nullable: false, description: 'How often he could not be reached.' }),
      handOver: t.field({
        type: handOver,
        nullable: true,
        description: 'The link he was stuck at.',
        resolve: async ({ brand, customerId, context: { handOverId } }, _args, { handOvers }) => {
          const found = handOverId === undefined ? undefined : await handOvers.get(handOverId)
          return found?.brand === brand && found.customerId === customerId ? found : undefined
        },
      }),
    }),
  })
}

export function addCallBackTimeType(builder: CareBuilder) {
  return builder.objectRef<Slot>('CallBackTime').implement({
    description: 'A period in which somebody can call.',
    fields: (t) => ({
      startsAt: t.field({
        type: 'DateTime',
        nullable: false,
        description: 'From when.',
        resolve: ({ startsAt }) => startsAt.toISOString(),
      }),
      endsAt: t.field({ type: 'DateTime', nullable: false, description: 'Until when.', resolve: ({ endsAt }) => endsAt.toISOString() }),
      free: t.exposeInt('free', { nullable: false, description: 'How many more can be called in it; 0: it is full.' }),
    }),
  })
}
