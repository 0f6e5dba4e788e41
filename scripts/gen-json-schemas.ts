/**
 * Makes the JSON Schemas (2020-12) of the published files from their TypeBox types, for readers in other languages. With --check it only
 * compares.
 */
import { Current, formatVersion, Manifest, releaseFiles } from '@mosaic/schemas/release'
import { keepGenerated } from './lib/generated.ts'
import { inRoot } from './lib/house.ts'
import { main } from './lib/steps.mjs'

type Json = { [name: string]: unknown }

/** The schema of each published file, by absolute path. */
export function jsonSchemas(): Map<string, string> {
  const files: Record<string, object> = { 'manifest.json': Manifest, 'current.json': Current, ...releaseFiles }
  return new Map(
    Object.entries(files).map(([file, schema]) => {
      const name = file.replace(/\.json$/, '')
      return [inRoot('schemas', 'json', 'release', `${name}.schema.json`), document(name, { ...schema })]
    }),
  )
}

function document(name: string, schema: Json): string {
  const definitions: Json = {}
  const root = withoutDefinitions(schema, definitions) as Json
  const head = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:mosaic:release:${formatVersion}:${name}`,
    title: `${name}.json`,
  }
  const whole = { ...head, ...root, ...(Object.keys(definitions).length > 0 && { $defs: definitions }) }
  return `${JSON.stringify(whole, undefined, 2)}\n`
}

/** TypeBox keeps what refers to itself where it is used, under a name of its own; readers expect it at the root, under `$defs`. */
function withoutDefinitions(node: unknown, definitions: Json): unknown {
  if (Array.isArray(node)) return node.map((item) => withoutDefinitions(item, definitions))
  if (typeof node !== 'object' || node === null) return node
  const { $defs, $ref, ...rest } = node as { $defs?: Json; $ref?: string } & Json
  for (const [name, { $id: _, ...definition }] of Object.entries($defs ?? {}) as [string, Json][]) {
    definitions[name] = withoutDefinitions(definition, definitions)
  }
  const own = Object.entries(rest).map(([name, value]) => [name, withoutDefinitions(value, definitions)])
  return { ...Object.fromEntries(own), ...($ref && { $ref: `#/$defs/${$ref}` }) }
}

if (import.meta.main) await main(async () => keepGenerated(jsonSchemas()))
