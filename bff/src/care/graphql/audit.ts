import { show } from '@mosaic/schemas/errors'
import { badInput } from '../../actions/inputs.ts'
import type { AuditEntry } from '../contract.ts'
import { isDay } from '../days.ts'
import { asStaff, audited } from './as-staff.ts'
import type { CareBuilder } from './context.ts'

/** More of a day nobody reads at once: he asks by agent or by customer. */
const mostEntries = 500

/** `audit`: the register of who did what, for supervisors. */
export function addAudit(builder: CareBuilder): void {
  const detail = builder.objectRef<{ name: string; value: string }>('Detail').implement({
    description: 'One word more about an entry.',
    fields: (t) => ({
      name: t.exposeString('name', { nullable: false, description: 'What it says.' }),
      value: t.exposeString('value', { nullable: false, description: 'An id or a plain word.' }),
    }),
  })
  const entry = builder.objectRef<AuditEntry>('AuditEntry').implement({
    description: 'Something that was done at the desk. Nobody can change or remove it before its time.',
    fields: (t) => ({
      at: t.field({ type: 'DateTime', nullable: false, description: 'When.', resolve: ({ at }) => at.toISOString() }),
      who: t.exposeString('who', { nullable: false, description: 'The account of who did it, or `customer:` with a code.' }),
      what: t.exposeString('what', { nullable: false, description: 'What was done, such as `customer.opened`; may grow.' }),
      about: t.exposeID('about', { nullable: true, description: 'The code of the customer it was about; null: about nobody.' }),
      details: t.field({
        type: [detail],
        nullable: false,
        description: 'More about it, without names and numbers.',
        resolve: ({ details }) => Object.entries(details).map(([name, value]) => ({ name, value })),
      }),
    }),
  })
  builder.queryField('audit', (t) =>
    t.field({
      type: [entry],
      nullable: false,
      description: `What was done on a day, newest first, at most ${mostEntries}. Looking at it is done too, and stands in it. For supervisors.`,
      args: {
        day: t.arg.string({ required: true, description: 'As `2026-03-05`, where the brand is at home.' }),
        who: t.arg.id({ description: 'Only by this account.' }),
        about: t.arg.id({ description: 'Only about this customer.' }),
      },
      resolve: async (_root, { day, who, about }, context) => {
        await asStaff(context, 'supervisor')
        if (!isDay(day)) throw badInput('day', 'a day, such as 2026-03-05', show(day))
        const wanted = { ...(who && { who }), ...(about && { about }) }
        return audited(
          context,
          'audit.seen',
          about ?? undefined,
          ({ brand }) => context.audit.find(brand, { ...wanted, day, limit: mostEntries }),
          { day, ...(who && { who }) },
        )
      },
    }),
  )
}
