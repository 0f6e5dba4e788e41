import { colorSchemes, colorTokens, type ColorScheme, type ColorTokenName } from '@mosaic/schemas/release'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { CollectionConfig, TextField } from 'payload'
import { writers } from '../../access/roles.ts'
import { addressFields, nameField } from '../../fields/identity.ts'
import { drafted } from '../drafted.ts'
import { groups } from '../groups.ts'

const schemeNames: Record<ColorScheme, TwoLanguages> = {
  light: { it: 'Chiaro', en: 'Light' },
  dark: { it: 'Scuro', en: 'Dark' },
  lightHighContrast: { it: 'Chiaro ad alto contrasto', en: 'Light, high contrast' },
  darkHighContrast: { it: 'Scuro ad alto contrasto', en: 'Dark, high contrast' },
}

const tokenNames: Record<ColorTokenName, TwoLanguages> = {
  background: { it: 'Sfondo della pagina', en: 'Page background' },
  surface: { it: 'Sfondo del riquadro', en: 'Card background' },
  onSurface: { it: 'Testo sul riquadro', en: 'Text on card' },
  onSurfaceMuted: { it: 'Testo secondario', en: 'Secondary text' },
  outline: { it: 'Bordo', en: 'Outline' },
  primary: { it: 'Primario', en: 'Primary' },
  onPrimary: { it: 'Testo sul primario', en: 'Text on primary' },
  accent: { it: 'Accento', en: 'Accent' },
  onAccent: { it: 'Testo sull’accento', en: 'Text on accent' },
  positive: { it: 'Positivo', en: 'Positive' },
  onPositive: { it: 'Testo sul positivo', en: 'Text on positive' },
  warning: { it: 'Attenzione', en: 'Warning' },
  onWarning: { it: 'Testo su attenzione', en: 'Text on warning' },
  critical: { it: 'Critico', en: 'Critical' },
  onCritical: { it: 'Testo sul critico', en: 'Text on critical' },
}

/** Colours with a meaning, in four schemes. */
export const Palettes: CollectionConfig = drafted(
  {
    slug: 'palettes',
    labels: { singular: { it: 'Palette', en: 'Palette' }, plural: { it: 'Palette', en: 'Palettes' } },
    admin: {
      useAsTitle: 'name',
      defaultColumns: ['name', 'colors', 'live'],
      group: groups.look,
      description: {
        it: 'I colori delle pagine, per ogni preferenza del cliente.',
        en: 'The colours of the pages, for each preference of the customer.',
      },
    },
    fields: [
      nameField,
      {
        name: 'colors',
        type: 'ui',
        label: { it: 'Colori', en: 'Colours' },
        admin: { components: { Cell: '/admin/document/palette-cell#PaletteCell', Field: '/admin/document/nothing#Nothing' } },
      },
      {
        type: 'tabs',
        tabs: colorSchemes.map((scheme) => ({ name: scheme, label: schemeNames[scheme], fields: colorTokens.map(color) })),
      },
      ...addressFields,
    ],
  },
  ...writers,
)

function color(name: ColorTokenName): TextField {
  return {
    name,
    type: 'text',
    required: true,
    label: tokenNames[name],
    validate: (value: unknown) => (typeof value === 'string' && /^#[0-9a-f]{6}$/.test(value) ? true : '#rrggbb'),
    hooks: { beforeValidate: [({ value }) => (typeof value === 'string' ? value.toLowerCase() : value)] },
    admin: { disableListColumn: true, disableListFilter: true, components: { Field: '/admin/fields/color-field#ColorField' } },
  }
}
