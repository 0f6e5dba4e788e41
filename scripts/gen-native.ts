/**
 * Makes what the app teams build on from the contract: the list of golden cases, and for each platform the configuration of Apollo's code generator, the operations as it wants
 * them, and the ids of the trusted documents as source. With --check it only compares.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parse, print } from 'graphql'
import type { Fixture } from '../widgets/src/testing/fixture.ts'
import { kindsIn } from './gen-registry.ts'
import { keepGenerated } from './lib/generated.ts'
import { inRoot, root } from './lib/house.ts'
import { main, Trouble } from './lib/steps.mjs'

const folder = inRoot('schemas', 'native')
const version = '2.0'

type Ids = Readonly<Record<string, string>>

/** The files for the app teams, by absolute path. */
export function nativeFiles(): Map<string, string> {
  const [ios, android] = [idsOf('ios'), idsOf('android')]
  return new Map([
    ...operationsOf('ios'),
    ...operationsOf('android'),
    [join(folder, 'fixtures.json'), json(fixtures())],
    [join(folder, 'ios', 'apollo-codegen-config.json'), json(apolloIos)],
    [join(folder, 'ios', 'MosaicDocuments.swift'), swift(ios)],
    [join(folder, 'android', 'apollo.gradle.kts'), gradle],
    [join(folder, 'android', 'MosaicDocuments.kt'), kotlin(android)],
  ])
}

/** Every golden case: what it shows, and the type its `expected` has, or why the tile is left out. */
function fixtures() {
  const source = inRoot('widgets', 'src')
  return kindsIn(source).flatMap((kind) => {
    const cases = join(source, kind, 'fixtures')
    return readdirSync(cases)
      .sort()
      .map((file) => {
        const { name, locale, expected } = JSON.parse(readFileSync(join(cases, file), 'utf8')) as Fixture
        const result = 'leftOut' in expected ? { leftOut: expected.reason } : { type: expected.__typename, state: expected.state }
        return { kind, file: relative(root, join(cases, file)), name, locale, ...result }
      })
  })
}

function idsOf(platform: 'ios' | 'android'): Ids {
  return JSON.parse(readFileSync(inRoot('schemas', 'operations', platform, version, 'ids.json'), 'utf8')) as Ids
}

/**
 * A trusted document brings its own fragments; Apollo's generators read all files as one and want each fragment once. What they make of an operation and the fragments it
 * names asks for the same fields, to the last `__typename`.
 */
function operationsOf(platform: 'ios' | 'android'): [file: string, text: string][] {
  const source = inRoot('schemas', 'operations', platform, version)
  const target = join(folder, platform, 'operations')
  const fragments = new Map<string, string>()
  const operations = readdirSync(source)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file): [string, string] => {
      const own: string[] = []
      for (const definition of parse(readFileSync(join(source, file), 'utf8'), { noLocation: true }).definitions) {
        const text = print(definition)
        if (definition.kind !== 'FragmentDefinition') own.push(text)
        else if ((fragments.get(definition.name.value) ?? text) === text) fragments.set(definition.name.value, text)
        else
          throw new Trouble(
            `${platform}/${file}: fragment ${definition.name.value} is another than in the files before it`,
            'Give it a name of its own.',
          )
      }
      return [join(target, file), `${own.join('\n\n')}\n`]
    })
  return [...operations, [join(target, 'fragments.graphql'), `${[...fragments.values()].join('\n\n')}\n`]]
}

const apolloIos = {
  schemaNamespace: 'Mosaic',
  input: {
    schemaSearchPaths: ['../../graphql/mosaic.graphql'],
    operationSearchPaths: ['./operations/*.graphql'],
  },
  output: {
    testMocks: { none: {} },
    schemaTypes: { path: './Mosaic', moduleType: { swiftPackage: {} } },
    operations: { inSchemaModule: {} },
  },
}

const gradle = `// Made by scripts/gen-native.ts. Apply it in the module that holds the API.
apollo {
  service("mosaic") {
    packageName.set("mosaic.api")
    schemaFiles.from("schemas/graphql/mosaic.graphql")
    srcDir("schemas/native/android/operations")
    mapScalarToKotlinString("DateTime")
    mapScalarToKotlinString("URL")
  }
}
`

function swift(ids: Ids): string {
  const entries = Object.entries(ids).map(([name, id]) => `    "${name}": "sha256:${id}",\n`)
  return `// Made by scripts/gen-native.ts from schemas/operations/ios/${version}.

/// The documents the server knows this version of the app by: sent instead of their text.
public enum MosaicDocuments {
  public static let version = "${version}.0"
  public static let ids: [String: String] = [
${entries.join('')}  ]
}
`
}

function kotlin(ids: Ids): string {
  const entries = Object.entries(ids).map(([name, id]) => `    "${name}" to "sha256:${id}",\n`)
  return `// Made by scripts/gen-native.ts from schemas/operations/android/${version}.
package mosaic.api

/** The documents the server knows this version of the app by: sent instead of their text. */
object MosaicDocuments {
  const val VERSION = "${version}.0"
  val ids: Map<String, String> = mapOf(
${entries.join('')}  )
}
`
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}

if (import.meta.main) await main(async () => keepGenerated(nativeFiles()))
