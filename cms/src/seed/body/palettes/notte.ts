import type { Palette } from '@mosaic/schemas/release'
import { meaning } from './meaning.ts'

/** Midnight blue and violet: quiet, where a message must be read. */
export const notte: Palette = {
  id: 'notte',
  name: 'Notte',
  schemes: {
    light: {
      background: '#eef2f8',
      surface: '#ffffff',
      onSurface: '#0e1c2f',
      onSurfaceMuted: '#4c5c72',
      outline: '#d2dce8',
      primary: '#0d3f73',
      onPrimary: '#ffffff',
      accent: '#6b3fa0',
      onAccent: '#ffffff',
      ...meaning.light,
    },
    dark: {
      background: '#060c15',
      surface: '#0f1a29',
      onSurface: '#e6eef9',
      onSurfaceMuted: '#9db0c8',
      outline: '#25364d',
      primary: '#93c7ff',
      onPrimary: '#042748',
      accent: '#d3b4ff',
      onAccent: '#2b0a57',
      ...meaning.dark,
    },
    lightHighContrast: {
      background: '#ffffff',
      surface: '#ffffff',
      onSurface: '#02060c',
      onSurfaceMuted: '#2a3647',
      outline: '#536175',
      primary: '#05294f',
      onPrimary: '#ffffff',
      accent: '#43207a',
      onAccent: '#ffffff',
      ...meaning.lightHighContrast,
    },
    darkHighContrast: {
      background: '#000000',
      surface: '#050c16',
      onSurface: '#ffffff',
      onSurfaceMuted: '#d2deee',
      outline: '#8a9db8',
      primary: '#bfdfff',
      onPrimary: '#001930',
      accent: '#e8d6ff',
      onAccent: '#1d003f',
      ...meaning.darkHighContrast,
    },
  },
}
