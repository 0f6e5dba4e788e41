import type { CollectionConfig } from 'payload'
import { adminField, adminOrSelf, hasRole, hiddenExcept, onlyRoles, roles, type Role } from '../../access/roles.ts'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import { groups } from '../groups.ts'

const roleNames: Record<Role, TwoLanguages> = {
  admin: { it: 'Amministrazione: tutto', en: 'Administrator: everything' },
  publisher: { it: 'Pubblicazione: contenuti, pubblicare, tornare indietro', en: 'Publisher: contents, publish, roll back' },
  editor: { it: 'Redazione: contenuti in bozza', en: 'Editor: draft contents' },
  operations: { it: 'Esercizio: regole di chiamata', en: 'Operations: call policies' },
}

/** The people who use the CMS. */
export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: { it: 'Persona', en: 'Person' }, plural: { it: 'Persone', en: 'People' } },
  auth: { tokenExpiration: 8 * 60 * 60, maxLoginAttempts: 10, lockTime: 10 * 60_000, cookies: { sameSite: 'Lax' } },
  access: {
    read: adminOrSelf,
    create: onlyRoles('admin'),
    update: adminOrSelf,
    delete: onlyRoles('admin'),
    unlock: onlyRoles('admin'),
    admin: ({ req }) => hasRole(req.user, ...roles),
  },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'roles'],
    group: groups.house,
    hidden: hiddenExcept('admin'),
    hideAPIURL: true,
  },
  fields: [
    { name: 'name', type: 'text', required: true, label: { it: 'Nome', en: 'Name' }, saveToJWT: true },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
      saveToJWT: true,
      defaultValue: ['editor'],
      options: roles.map((value) => ({ value, label: roleNames[value] })),
      label: { it: 'Ruoli', en: 'Roles' },
      access: { create: adminField, update: adminField },
      hooks: { beforeChange: [firstIsAdmin] },
    },
  ],
}

/** Of an empty CMS the first person must be able to let the others in. */
async function firstIsAdmin({
  value,
  operation,
  req,
}: {
  value?: unknown
  operation?: string
  req: { payload: { count: (args: { collection: 'users' }) => Promise<{ totalDocs: number }> } }
}) {
  if (operation !== 'create') return value
  const { totalDocs } = await req.payload.count({ collection: 'users' })
  return totalDocs === 0 ? ['admin'] : value
}
