import type { Staff } from '../contract.ts'
import { asStaff } from './as-staff.ts'
import type { CareBuilder, CareContext } from './context.ts'

/** `staff`: who is signed in to the desk. */
export function addStaff(builder: CareBuilder): void {
  const staff = builder.objectRef<Staff>('Staff').implement({
    description: 'Somebody of the operator’s who is signed in to the desk.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'As the identity provider names the account.' }),
      name: t.exposeString('name', { nullable: false, description: 'As colleagues and customers read it; may be empty.' }),
      roles: t.field({
        type: ['String'],
        nullable: false,
        description: '`agent`, `supervisor`; may grow.',
        resolve: ({ roles }) => [...roles],
      }),
      brand: t.exposeString('brand', { nullable: false, description: 'Whose customers there are; no others exist.' }),
      can: t.field({
        type: ['String'],
        nullable: false,
        description: 'What there is to be drawn: `sms`, `voiceMenu`, `callBacks`, `guides`; may grow.',
        resolve: ({ brand }, _args, context) => partsOf(context, brand),
      }),
    }),
  })
  builder.queryField('staff', (t) =>
    t.field({
      type: staff,
      nullable: false,
      description: 'Who is signed in.',
      resolve: (_root, _args, context) => asStaff(context),
    }),
  )
}

/** The parts of the desk that the brand has: what its release and the configuration do not provide for is not offered. */
function partsOf({ engine, linkOrigin }: CareContext, brand: string): string[] {
  const release = engine.get(brand)
  const { care } = release?.brand ?? {}
  if (!release || !care) return []
  const parts = {
    sms: (care.linkOrigin ?? linkOrigin) !== undefined,
    voiceMenu: release.care.menus.size > 0,
    callBacks: care.hours.length > 0,
    guides: release.care.guides.size > 0,
  }
  return Object.entries(parts).flatMap(([part, isThere]) => (isThere ? part : []))
}
