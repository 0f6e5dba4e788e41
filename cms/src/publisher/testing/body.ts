import type { Palette, ReleaseBody } from '@mosaic/schemas/release'

const colors = () => ({
  background: '#f5f5f5',
  surface: '#ffffff',
  onSurface: '#111111',
  onSurfaceMuted: '#444444',
  outline: '#cccccc',
  primary: '#1d1d7a',
  onPrimary: '#ffffff',
  accent: '#00413d',
  onAccent: '#ffffff',
  positive: '#0b4f29',
  onPositive: '#ffffff',
  warning: '#6b3500',
  onWarning: '#ffffff',
  critical: '#7f0f12',
  onCritical: '#ffffff',
})
const palette = (): Palette => ({
  id: 'plain',
  name: 'Plain',
  schemes: { light: colors(), dark: colors(), lightHighContrast: colors(), darkHighContrast: colors() },
})
const across = () => ({ columns: 4, rows: 1 })
const hello = () => ({ content: 'hello', compact: across(), medium: across(), expanded: across() })

/** The smallest body that passes every check; each call makes a new one, to be spoilt at will. `headline` makes one differ from another. */
export function smallBody(headline = 'Ciao'): ReleaseBody {
  return {
    brand: { id: 'demo', name: 'Demo', locales: ['it', 'en'], defaultLocale: 'it', timeZone: 'Europe/Rome', currency: 'EUR' },
    palettes: [palette()],
    triggers: [
      {
        id: 'new',
        name: 'Nuovi',
        rule: { combinator: 'and', rules: [{ field: 'line.activatedOn', operator: 'withinLast', value: { amount: 30, unit: 'days' } }] },
      },
    ],
    clusters: [
      { id: 'new', name: 'Nuovi', priority: 10, trigger: 'new', home: 'home' },
      { id: 'all', name: 'Tutti', priority: 20, home: 'home' },
    ],
    surfaces: [
      {
        id: 'home',
        type: 'home',
        name: 'Home',
        title: { it: 'Casa', en: 'Home' },
        palette: 'plain',
        sections: [{ id: 'main', scroll: 'grid', placements: [hello()] }],
      },
      {
        id: 'page',
        type: 'landing',
        name: 'Pagina',
        title: { it: 'Pagina', en: 'Page' },
        palette: 'plain',
        sections: [{ id: 'main', scroll: 'grid', placements: [hello()] }],
      },
    ],
    contents: [
      {
        id: 'hello',
        kind: 'banner',
        schemaVersion: 1,
        name: 'Saluto',
        tone: 'neutral',
        trigger: 'new',
        action: { label: { it: 'Apri', en: 'Open' }, deepLink: 'mosaic://surface/page', webUrl: '/surface/page' },
        fields: { headline: { it: headline, en: 'Hello' } },
      },
    ],
    media: [],
    targets: [],
    menus: [],
    guides: [],
    policies: {
      balance: { readTimeoutMs: 1_000, poolSize: 8, connectionWaitMs: 100, retries: 1, retryWaitMs: 50, t1Ms: 1_000, t2Ms: 60_000 },
    },
  }
}
