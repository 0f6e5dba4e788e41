/**
 * Makes the registries of widget kinds from their folders: a folder of widgets/src with a `widget.ts` is a kind. With --check it only compares.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { keepGenerated } from './lib/generated.ts'
import { inRoot } from './lib/house.ts'
import { main } from './lib/steps.mjs'

const notice = '// Made by scripts/gen-registry.ts from the folders of widgets/src: change those, then run `npm run gen`.'

/** The text of every registry, by absolute path. `source` is the folder that holds the kinds' folders. */
export function registries(source: string): Map<string, string> {
  const kinds = kindsIn(source)
  const withView = kinds.filter((kind) => existsSync(join(source, kind, 'view.tsx')))
  return new Map([
    [join(source, 'registry.ts'), definitions(kinds)],
    [join(source, 'graphql', 'registry.ts'), schemas(kinds)],
    [join(source, 'views.ts'), views(withView)],
  ])
}

/** The names of the kinds: the folders that have a definition, in alphabetical order. */
export function kindsIn(source: string): string[] {
  return readdirSync(source, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(source, entry.name, 'widget.ts')))
    .map((entry) => entry.name)
    .sort()
}

function definitions(kinds: readonly string[]): string {
  return `${notice}
import type { WidgetDefinition } from './definition.ts'
${kinds.map((kind) => `import { widget as ${kind} } from './${kind}/widget.ts'\n`).join('')}
/** Every widget kind there is, by name. */
export const widgets: Readonly<Record<string, WidgetDefinition>> = ${record(kinds)}
`
}

function schemas(kinds: readonly string[]): string {
  return `${notice}
import type { KindSchema } from './kind-schema.ts'
${kinds.map((kind) => `import { schema as ${kind} } from '../${kind}/schema.ts'\n`).join('')}
/** The GraphQL side of every widget kind, by name. */
export const kindSchemas: Readonly<Record<string, KindSchema>> = ${record(kinds)}
`
}

function views(kinds: readonly string[]): string {
  return `${notice}
import type { WidgetViewComponent } from './view-props.ts'
${kinds.map((kind) => `import { View as ${kind} } from './${kind}/view.tsx'\n`).join('')}
/** The React view of every widget kind, by name; only for programs that Vite or Next builds. */
export const views: Readonly<Record<string, WidgetViewComponent>> = ${record(kinds)}
`
}

function record(kinds: readonly string[]): string {
  return kinds.length === 0 ? '{}' : `{\n${kinds.map((kind) => `  ${kind},\n`).join('')}}`
}

if (import.meta.main) await main(async () => keepGenerated(registries(inRoot('widgets', 'src'))))
