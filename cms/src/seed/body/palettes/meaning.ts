import type { ColorScheme, ColorTokenName } from '@mosaic/schemas/release'

type Meaning = Extract<ColorTokenName, 'positive' | 'onPositive' | 'warning' | 'onWarning' | 'critical' | 'onCritical'>

/** Good, careful, wrong: the same colours in every palette, so that a customer learns them once. */
export const meaning: Record<ColorScheme, Record<Meaning, string>> = {
  light: {
    positive: '#1a7340',
    onPositive: '#ffffff',
    warning: '#a04f00',
    onWarning: '#ffffff',
    critical: '#b3211f',
    onCritical: '#ffffff',
  },
  dark: {
    positive: '#7bdc9f',
    onPositive: '#00391c',
    warning: '#ffc069',
    onWarning: '#3b2200',
    critical: '#ffb0a8',
    onCritical: '#5f0a0a',
  },
  lightHighContrast: {
    positive: '#0b4f29',
    onPositive: '#ffffff',
    warning: '#6b3500',
    onWarning: '#ffffff',
    critical: '#7f0f12',
    onCritical: '#ffffff',
  },
  darkHighContrast: {
    positive: '#a5f2bf',
    onPositive: '#00210e',
    warning: '#ffdca3',
    onWarning: '#261500',
    critical: '#ffd3cd',
    onCritical: '#3a0303',
  },
}
