import { tones, type Tone } from '@mosaic/schemas/release'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { CollectionConfig } from 'payload'
import { writers } from '../../access/roles.ts'
import { widgetBlocks } from '../../blocks/index.ts'
import { addressFields, nameField } from '../../fields/identity.ts'
import { drafted } from '../drafted.ts'
import { groups } from '../groups.ts'
import { actionField } from './action.ts'

const toneNames: Record<Tone, TwoLanguages> = {
  neutral: { it: 'Neutro', en: 'Neutral' },
  primary: { it: 'Primario', en: 'Primary' },
  accent: { it: 'Accento', en: 'Accent' },
  positive: { it: 'Positivo', en: 'Positive' },
  warning: { it: 'Attenzione', en: 'Warning' },
  critical: { it: 'Critico', en: 'Critical' },
}

/** One configured widget: kind, texts, images, tone, palette, trigger, validity, action. */
export const Contents: CollectionConfig = drafted(
  {
    slug: 'contents',
    labels: { singular: { it: 'Contenuto', en: 'Content' }, plural: { it: 'Contenuti', en: 'Contents' } },
    defaultSort: 'name',
    admin: {
      useAsTitle: 'name',
      defaultColumns: ['name', 'kind', 'trigger', 'validUntil', 'live'],
      group: groups.pages,
      pagination: { defaultLimit: 50 },
      description: { it: 'I widget, con i loro testi. Le pagine li dispongono.', en: 'The widgets, with their texts. Pages arrange them.' },
    },
    fields: [
      nameField,
      {
        name: 'kind',
        type: 'ui',
        label: { it: 'Tipo', en: 'Kind' },
        admin: { components: { Cell: '/admin/document/kind-cell#KindCell', Field: '/admin/document/nothing#Nothing' } },
      },
      {
        name: 'widget',
        type: 'blocks',
        required: true,
        minRows: 1,
        maxRows: 1,
        blocks: [],
        blockReferences: widgetBlocks.map((block) => block.slug) as never[],
        label: { it: 'Widget', en: 'Widget' },
        labels: { singular: { it: 'Widget', en: 'Widget' }, plural: { it: 'Widget', en: 'Widgets' } },
        admin: { disableListColumn: true, disableListFilter: true },
      },
      actionField,
      {
        name: 'trigger',
        type: 'relationship',
        relationTo: 'triggers',
        label: { it: 'Chi lo vede', en: 'Who sees it' },
        admin: {
          position: 'sidebar',
          components: { Cell: '/admin/document/audience-cell#AudienceCell' },
          description: { it: 'Senza trigger: tutti.', en: 'Without a trigger: everybody.' },
        },
      },
      {
        name: 'tone',
        type: 'select',
        required: true,
        defaultValue: 'neutral',
        options: tones.map((value) => ({ value, label: toneNames[value] })),
        label: { it: 'Tono', en: 'Tone' },
        admin: {
          position: 'sidebar',
          description: { it: 'Quali colori della palette.', en: 'Which of the palette’s colours.' },
        },
      },
      {
        name: 'palette',
        type: 'relationship',
        relationTo: 'palettes',
        label: { it: 'Palette', en: 'Palette' },
        admin: {
          position: 'sidebar',
          description: { it: 'Senza palette: i colori della pagina.', en: 'Without a palette: the page’s colours.' },
        },
      },
      {
        name: 'paletteSample',
        type: 'ui',
        admin: { position: 'sidebar', disableListColumn: true, components: { Field: '/admin/fields/palette-sample#PaletteSample' } },
      },
      {
        name: 'validFrom',
        type: 'date',
        label: { it: 'Visibile dal', en: 'Visible from' },
        admin: { position: 'sidebar', date: { pickerAppearance: 'dayAndTime' } },
      },
      {
        name: 'validUntil',
        type: 'date',
        label: { it: 'Visibile fino al', en: 'Visible until' },
        admin: { position: 'sidebar', date: { pickerAppearance: 'dayAndTime' } },
      },
      ...addressFields,
    ],
  },
  ...writers,
)
