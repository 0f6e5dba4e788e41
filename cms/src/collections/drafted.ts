import type { CollectionConfig, UIField } from 'payload'
import { onlyRoles, signedIn, type Role } from '../access/roles.ts'
import { refuseWhileUsed } from './refuse-while-used.ts'

/**
 * What every collection of published documents has in common. Documents only ever hold drafts: what is live is decided by releases alone, so
 * Payload's own Publish is replaced by the way to the Publish page, and its status by "live / changed / not live yet".
 */
export function drafted(config: CollectionConfig, ...mayWrite: Role[]): CollectionConfig {
  return {
    ...config,
    access: {
      read: signedIn,
      create: onlyRoles(...mayWrite),
      update: onlyRoles(...mayWrite),
      delete: onlyRoles(...mayWrite),
      readVersions: signedIn,
    },
    versions: { maxPerDoc: 50, drafts: { autosave: { interval: 1_000 } } },
    fields: [...config.fields, liveColumn, statusField],
    hooks: {
      ...config.hooks,
      // An API call that says "published" saves a draft like any other.
      beforeChange: [...(config.hooks?.beforeChange ?? []), ({ data }) => ({ ...data, _status: 'draft' })],
      beforeDelete: [...(config.hooks?.beforeDelete ?? []), refuseWhileUsed],
    },
    admin: {
      hideAPIURL: true,
      ...config.admin,
      components: {
        ...config.admin?.components,
        edit: {
          ...config.admin?.components?.edit,
          PublishButton: '/admin/document/review-button#ReviewButton',
          Status: '/admin/document/live-status#LiveStatus',
        },
      },
    },
  }
}

/** The list column that compares each document with the live release. */
export const liveColumn: UIField = {
  name: 'live',
  type: 'ui',
  label: { it: 'In linea', en: 'Live' },
  admin: { components: { Cell: '/admin/document/live-cell#LiveCell', Field: '/admin/document/nothing#Nothing' } },
}

/** Payload's own status says nothing here: everything is a draft. */
const statusField: CollectionConfig['fields'][number] = {
  name: '_status',
  type: 'select',
  // Payload adds its own.
  options: [],
  defaultValue: 'draft',
  admin: { disableListColumn: true, disableListFilter: true, disableBulkEdit: true, disableGroupBy: true, components: { Field: false } },
}
