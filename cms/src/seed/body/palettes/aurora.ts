import type { Palette } from '@mosaic/schemas/release'
import { meaning } from './meaning.ts'

/** Indigo and teal, as northern lights: the colours of the brand. */
export const aurora: Palette = {
  id: 'aurora',
  name: 'Aurora',
  schemes: {
    light: {
      background: '#f3f4fc',
      surface: '#ffffff',
      onSurface: '#14162b',
      onSurfaceMuted: '#565a78',
      outline: '#d9dcee',
      primary: '#3b34c8',
      onPrimary: '#ffffff',
      accent: '#00756f',
      onAccent: '#ffffff',
      ...meaning.light,
    },
    dark: {
      background: '#0c0e1d',
      surface: '#171a30',
      onSurface: '#eceefc',
      onSurfaceMuted: '#a9aed0',
      outline: '#2e3254',
      primary: '#aaa7ff',
      onPrimary: '#15104f',
      accent: '#5fe3d0',
      onAccent: '#00332e',
      ...meaning.dark,
    },
    lightHighContrast: {
      background: '#ffffff',
      surface: '#ffffff',
      onSurface: '#05060f',
      onSurfaceMuted: '#33364f',
      outline: '#5a5d78',
      primary: '#221b96',
      onPrimary: '#ffffff',
      accent: '#004d49',
      onAccent: '#ffffff',
      ...meaning.lightHighContrast,
    },
    darkHighContrast: {
      background: '#000000',
      surface: '#0b0c18',
      onSurface: '#ffffff',
      onSurfaceMuted: '#d6d9f0',
      outline: '#9398bd',
      primary: '#cbc9ff',
      onPrimary: '#0a0636',
      accent: '#93f5e7',
      onAccent: '#00201c',
      ...meaning.darkHighContrast,
    },
  },
}
