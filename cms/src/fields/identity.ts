import type { Field, PayloadRequest, RelationshipField, TextField } from 'payload'
import { slugPattern, slugify } from './slugify.ts'

/** The name editors know a document by. Not shown to customers. */
export const nameField: TextField = {
  name: 'name',
  type: 'text',
  required: true,
  label: { it: 'Nome', en: 'Name' },
  admin: { description: { it: 'Come lo chiamate voi: i clienti non lo vedono.', en: 'What you call it: customers do not see it.' } },
}

/** The brand a document belongs to; filled in by itself. */
export const brandField: RelationshipField = {
  name: 'brand',
  type: 'relationship',
  relationTo: 'brands',
  required: true,
  index: true,
  label: { it: 'Marchio', en: 'Brand' },
  defaultValue: ({ req }: { req: PayloadRequest }) => firstBrand(req),
  admin: { position: 'sidebar' },
}

/**
 * The id under which a document is published: stable, so that customers' apps recognise a widget from one release to the next.
 * Follows the name until the document has one. Unique in its brand: the publish checks see to it.
 */
export const slugField: TextField = {
  name: 'slug',
  type: 'text',
  index: true,
  required: true,
  label: { it: 'Identificativo', en: 'Identifier' },
  validate: (value: unknown) => (typeof value === 'string' && slugPattern.test(value) ? true : 'a-z 0-9 -'),
  hooks: {
    beforeValidate: [
      ({ value, siblingData }) => value || (typeof siblingData?.name === 'string' && slugify(siblingData.name)) || undefined,
    ],
  },
  admin: {
    position: 'sidebar',
    components: { Field: '/admin/fields/slug-field#SlugField' },
    description: {
      it: 'Nasce dal nome. Cambiarlo dopo la pubblicazione vale come togliere il documento e metterne uno nuovo.',
      en: 'Made from the name. Changing it after publishing counts as removing the document and adding a new one.',
    },
  },
}

/** Identifier and brand: last in the sidebar, as editors seldom need them. */
export const addressFields: Field[] = [slugField, brandField]

async function firstBrand(req: PayloadRequest): Promise<number | string | undefined> {
  const { docs } = await req.payload.find({ collection: 'brands', draft: true, limit: 1, depth: 0, sort: 'createdAt', req })
  return docs[0]?.id
}
