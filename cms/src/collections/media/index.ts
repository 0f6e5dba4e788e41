import type { CollectionConfig } from 'payload'
import { join } from 'node:path'
import { onlyRoles, signedIn, writers } from '../../access/roles.ts'
import { brandField, nameField, slugField } from '../../fields/identity.ts'
import { liveColumn } from '../drafted.ts'
import { removeCrops } from '../../reader/crops.ts'
import { groups } from '../groups.ts'
import { refuseWhileUsed } from '../refuse-while-used.ts'

/** Images. Not versioned: a release keeps its own copy, by the hash of the bytes. */
export function mediaCollection(dataDir: string): CollectionConfig {
  const staticDir = join(dataDir, 'media')
  return {
    slug: 'media',
    labels: { singular: { it: 'Immagine', en: 'Image' }, plural: { it: 'Immagini', en: 'Images' } },
    access: { read: signedIn, create: onlyRoles(...writers), update: onlyRoles(...writers), delete: onlyRoles(...writers) },
    hooks: { beforeDelete: [refuseWhileUsed], afterDelete: [({ id }) => removeCrops(id, staticDir)] },
    upload: {
      staticDir,
      mimeTypes: ['image/webp', 'image/png', 'image/jpeg', 'image/svg+xml'],
      // What customers' phones load: photographs straight from a camera are made web-sized here, once.
      resizeOptions: { width: 2400, height: 2400, fit: 'inside', withoutEnlargement: true },
      formatOptions: { format: 'webp', options: { quality: 88 } },
      focalPoint: true,
      crop: false,
      imageSizes: [{ name: 'thumbnail', width: 400 }],
      adminThumbnail: 'thumbnail',
      // An image opened by itself must not run what may be written inside it.
      modifyResponseHeaders: ({ headers }) => {
        headers.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        return headers
      },
    },
    admin: {
      useAsTitle: 'name',
      defaultColumns: ['filename', 'name', 'alt', 'live'],
      group: groups.look,
      hideAPIURL: true,
      description: {
        it: 'Indicare il punto focale: è ciò che non viene mai tagliato.',
        en: 'Set the focal point: it is what is never cropped away.',
      },
    },
    fields: [
      {
        name: 'crops',
        type: 'ui',
        label: { it: 'I ritagli', en: 'The crops' },
        admin: { disableListColumn: true, components: { Field: '/admin/fields/crops-field#CropsField' } },
      },
      nameField,
      {
        name: 'alt',
        type: 'text',
        localized: true,
        label: { it: 'Testo alternativo', en: 'Alternative text' },
        admin: {
          description: {
            it: 'Ciò che l’immagine mostra, per chi non la vede. Vuoto se è solo decorativa.',
            en: 'What the image shows, for those who cannot see it. Empty when it only decorates.',
          },
        },
      },
      slugField,
      brandField,
      liveColumn,
    ],
  }
}
