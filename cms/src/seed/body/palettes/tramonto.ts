import type { Palette } from '@mosaic/schemas/release'
import { meaning } from './meaning.ts'

/** Rose and amber: warm, for welcomes and for the young. */
export const tramonto: Palette = {
  id: 'tramonto',
  name: 'Tramonto',
  schemes: {
    light: {
      background: '#fdf3ef',
      surface: '#ffffff',
      onSurface: '#2a1420',
      onSurfaceMuted: '#72575f',
      outline: '#efd8d2',
      primary: '#bd2158',
      onPrimary: '#ffffff',
      accent: '#a84308',
      onAccent: '#ffffff',
      ...meaning.light,
    },
    dark: {
      background: '#160b11',
      surface: '#25151d',
      onSurface: '#fdedf0',
      onSurfaceMuted: '#ccb0b8',
      outline: '#46303a',
      primary: '#ff9ebb',
      onPrimary: '#4d0a26',
      accent: '#ffb580',
      onAccent: '#3f1a00',
      ...meaning.dark,
    },
    lightHighContrast: {
      background: '#ffffff',
      surface: '#ffffff',
      onSurface: '#0f0409',
      onSurfaceMuted: '#452e36',
      outline: '#70585f',
      primary: '#7d0f37',
      onPrimary: '#ffffff',
      accent: '#6b2600',
      onAccent: '#ffffff',
      ...meaning.lightHighContrast,
    },
    darkHighContrast: {
      background: '#000000',
      surface: '#14090e',
      onSurface: '#ffffff',
      onSurfaceMuted: '#f0d8de',
      outline: '#b8969f',
      primary: '#ffc7d7',
      onPrimary: '#36041a',
      accent: '#ffd4b5',
      onAccent: '#2a0f00',
      ...meaning.darkHighContrast,
    },
  },
}
