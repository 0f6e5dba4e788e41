import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { isLeftOut, widgets, type WidgetDefinition, type WidgetView } from '@mosaic/widgets'
import { composeFixture, readFixtures, type Fixture } from '@mosaic/widgets/fixtures'
import type { Locale } from '@mosaic/schemas/text'
import type { Plugin } from 'vite'
import type { Case, Composed, KindEntry } from './src/entries.ts'

/**
 * `virtual:gallery` lists every kind of the registry with its fixtures; `virtual:gallery/<kind>` is what the composer makes of them, in both
 * languages. Composed while Vite builds: what the gallery shows is what the BFF would answer, and the browser need not carry the composer.
 */
export function galleryCases(): Plugin {
  return {
    name: 'mosaic-gallery-cases',
    resolveId: (id) => (id === index || Object.hasOwn(widgets, kindOf(id)) ? `\0${id}` : undefined),
    load(resolved) {
      const id = resolved.replace('\0', '')
      if (id === index) return indexModule()
      const definition = id.startsWith(index) ? widgets[kindOf(id)] : undefined
      if (!definition) return undefined
      for (const { file } of fixturesOf(definition)) this.addWatchFile(join(folderOf(definition), 'fixtures', file))
      return `export default ${JSON.stringify(casesOf(definition))}`
    },
  }
}

/** The names of a kind's fixtures, the most telling first. */
export function fixtureIdsOf(definition: WidgetDefinition): string[] {
  return fixturesOf(definition).map(({ file }) => idOf(file))
}

const index = 'virtual:gallery'
const kindOf = (id: string): string => (id.startsWith(`${index}/`) ? id.slice(index.length + 1) : '')

function indexModule(): string {
  const entries = Object.values(widgets).map(entryOf)
  const loaders = entries.map(({ kind }) => `${kind}: () => import('${index}/${kind}').then((module) => module.default)`)
  return `export const kinds = ${JSON.stringify(entries)}\nexport const loaders = { ${loaders.join(', ')} }`
}

function entryOf(definition: WidgetDefinition): KindEntry {
  const { kind, type, label, description, purpose, archetypes, span, fallbackImpact } = definition
  const needs = [...new Set([...definition.needs, ...(definition.wants ?? [])])]
  const cases = fixturesOf(definition).map(({ file, fixture: { name, locale } }) => ({ id: idOf(file), name, locale }))
  return { kind, type, label, description, purpose, archetypes, needs, span, fallbackImpact, cases }
}

function casesOf(definition: WidgetDefinition): Record<string, Case> {
  return Object.fromEntries(
    fixturesOf(definition).map(({ file, fixture }) => {
      const { now, capabilities } = fixture
      return [idOf(file), { now, ...(capabilities && { capabilities }), it: composed(fixture, 'it'), en: composed(fixture, 'en') }]
    }),
  )
}

/** What a client gets in this language; the images of fixtures exist nowhere, so one picture stands in for all. */
function composed(fixture: Fixture, locale: Locale): Composed {
  const view = composeFixture({ ...fixture, locale })
  if (isLeftOut(view)) return { leftOut: view.reason }
  return { widget: JSON.parse(JSON.stringify(view).replaceAll(/\/media\/aurora\/[^"]+/g, '/gallery/picture.svg')) as WidgetView }
}

/** `ready` first: it is what the kind is about. */
function fixturesOf(definition: WidgetDefinition): ReturnType<typeof readFixtures> {
  return readFixtures(folderOf(definition)).sort((a, b) => Number(b.file === 'ready.json') - Number(a.file === 'ready.json'))
}

const idOf = (file: string): string => file.replace(/\.json$/, '')
const folderOf = ({ kind }: WidgetDefinition): string => join(dirname(createRequire(import.meta.url).resolve('@mosaic/widgets')), kind)
