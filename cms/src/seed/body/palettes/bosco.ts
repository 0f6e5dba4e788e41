import type { Palette } from '@mosaic/schemas/release'
import { meaning } from './meaning.ts'

/** Forest green and brass: calm, for business customers. */
export const bosco: Palette = {
  id: 'bosco',
  name: 'Bosco',
  schemes: {
    light: {
      background: '#f1f5f1',
      surface: '#ffffff',
      onSurface: '#12201a',
      onSurfaceMuted: '#4f6058',
      outline: '#d3ded7',
      primary: '#14603f',
      onPrimary: '#ffffff',
      accent: '#7a5a0c',
      onAccent: '#ffffff',
      ...meaning.light,
    },
    dark: {
      background: '#0a130f',
      surface: '#14211b',
      onSurface: '#e8f3ed',
      onSurfaceMuted: '#a5b9af',
      outline: '#2b3c34',
      primary: '#7fd9ae',
      onPrimary: '#003320',
      accent: '#e9c56d',
      onAccent: '#2e2000',
      ...meaning.dark,
    },
    lightHighContrast: {
      background: '#ffffff',
      surface: '#ffffff',
      onSurface: '#030a06',
      onSurfaceMuted: '#2d3a33',
      outline: '#566660',
      primary: '#074029',
      onPrimary: '#ffffff',
      accent: '#4d3700',
      onAccent: '#ffffff',
      ...meaning.lightHighContrast,
    },
    darkHighContrast: {
      background: '#000000',
      surface: '#08110d',
      onSurface: '#ffffff',
      onSurfaceMuted: '#d3e3da',
      outline: '#8fa69a',
      primary: '#a8f2cd',
      onPrimary: '#002113',
      accent: '#ffdf97',
      onAccent: '#211600',
      ...meaning.darkHighContrast,
    },
  },
}
