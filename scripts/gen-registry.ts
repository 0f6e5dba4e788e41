/**
 * Makes the registries of widget kinds from their folders: a folder of widgets/src with all files of a kind is one. With --check it only compares.
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
  return new Map([
    [join(source, 'registry.ts'), definitions(kinds)],
    [join(source, 'graphql', 'registry.ts'), schemas(kinds)],
    [join(source, 'views.ts'), views(kinds)],
    [join(source, 'kind-fields.ts'), kindFields(kinds)],
    [join(source, 'samples', 'registry.ts'), samples(kinds.filter((kind) => existsSync(join(source, kind, sample))))],
  ])
}

/** Without one of these a folder is not a kind yet: half of one would break every program. */
const files = ['present.ts', 'schema.ts', 'view.tsx', 'widget.ts']

/** The golden case that shows a kind at its best: the editors' sample of it. */
const sample = join('fixtures', 'ready.json')

/** The names of the kinds, in alphabetical order. */
export function kindsIn(source: string): string[] {
  return readdirSync(source, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && files.every((file) => existsSync(join(source, entry.name, file))))
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

function kindFields(kinds: readonly string[]): string {
  return `${notice}
${kinds.map((kind) => `import type { fields as ${kind} } from './${kind}/widget.ts'\n`).join('')}
/** What editors fill in, by kind: for programs that write contents and want them checked when they are compiled. */
export type KindFields = {
${kinds.map((kind) => `  ${kind}: typeof ${kind}\n`).join('')}}
`
}

function samples(kinds: readonly string[]): string {
  return `${notice}
import type { Sample } from './sample.ts'
${kinds.map((kind) => `import ${kind} from '../${kind}/fixtures/ready.json' with { type: 'json' }\n`).join('')}
const files: unknown = ${record(kinds)}

/** The golden case of every widget kind that shows it at its best; only for programs that Vite or Next builds, and loaded when needed: they are long. */
export const samples = files as Readonly<Record<string, Sample>>
`
}

function record(kinds: readonly string[]): string {
  return kinds.length === 0 ? '{}' : `{\n${kinds.map((kind) => `  ${kind},\n`).join('')}}`
}

if (import.meta.main) await main(async () => keepGenerated(registries(inRoot('widgets', 'src'))))
