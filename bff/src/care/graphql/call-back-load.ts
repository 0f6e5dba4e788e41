import { mostDays } from '../../call-backs/call-backs.ts'
import type { Slot } from '../../call-backs/contract.ts'
import { asStaff, auditedGlance } from './as-staff.ts'
import type { CareBuilder } from './context.ts'

/** `callBackLoad`: how busy those who call back will be, for supervisors. */
export function addCallBackLoad(builder: CareBuilder): void {
  const load = builder.objectRef<Slot>('CallBackLoad').implement({
    description: 'How many are called back in a period.',
    fields: (t) => ({
      startsAt: t.field({
        type: 'DateTime',
        nullable: false,
        description: 'From when.',
        resolve: ({ startsAt }) => startsAt.toISOString(),
      }),
      endsAt: t.field({ type: 'DateTime', nullable: false, description: 'Until when.', resolve: ({ endsAt }) => endsAt.toISOString() }),
      booked: t.exposeInt('booked', {
        nullable: false,
        description: 'How many are booked; more than `capacity` where the hours have been made smaller since.',
      }),
      capacity: t.exposeInt('capacity', { nullable: false, description: 'How many can be called in it.' }),
    }),
  })
  builder.queryField('callBackLoad', (t) =>
    t.field({
      type: [load],
      nullable: false,
      description: 'How many are called back when, of today and the days to come, soonest first. For supervisors.',
      resolve: async (_root, _args, context) => {
        await asStaff(context, 'supervisor')
        return auditedGlance(context, 'callBack.load', ({ brand }) => context.callBacks.slots(brand, mostDays))
      },
    }),
  )
}
