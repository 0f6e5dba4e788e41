import type { GroupField } from 'payload'
import { linkFields } from '../../fields/link-fields.ts'

/** What a tap on the widget does. Empty: nothing. */
export const actionField: GroupField = {
  name: 'action',
  type: 'group',
  label: { it: 'Azione al tocco', en: 'Action on tap' },
  admin: {
    description: { it: 'Lasciare vuoto se il widget non porta da nessuna parte.', en: 'Leave empty when the widget leads nowhere.' },
  },
  fields: linkFields,
}
