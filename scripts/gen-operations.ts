/**
 * Makes the trusted documents of the current apps from the fragments that the widget kinds keep beside their types, and those of the care desk from what it asks. With
 * --check it only compares.
 *
 * Documents of shipped apps stand beside them under their own platform and version. They are never made again: `--freeze <platform> <version>` notes what a
 * version was shipped with in `shipped.json`, and from then on each run makes sure that it still stands there, byte for byte.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, getOperationAST, parse, validate } from 'graphql'
import { documentId } from '../bff/src/graphql/trusted-documents.ts'
import { careOperations } from './lib/care-operations.ts'
import { keepGenerated } from './lib/generated.ts'
import { inRoot } from './lib/house.ts'
import { currentOperations, currentVersion, platforms } from './lib/operations.ts'
import { main, Trouble } from './lib/steps.mjs'

/** By `<platform>/<version>`: the id of each document, by its file. */
export type Shipped = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What the current apps need, by absolute path: their documents, and the ids they send instead of the texts. */
export function currentDocuments(folder: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const platform of platforms) {
    const own = join(folder, platform, currentVersion)
    const documents = currentOperations(platform)
    for (const [name, text] of documents) files.set(join(own, name), text)
    files.set(join(own, 'ids.json'), idsOf([...documents.values()]))
  }
  return files
}

/** What the care desk asks, by absolute path. It comes from the server that it asks, so there is one version of it. */
async function deskDocuments(): Promise<Map<string, string>> {
  return new Map([...(await careOperations())].map(([name, text]) => [inRoot('schemas', 'care-operations', `${name}.graphql`), text]))
}

/** The id of each document by its operation's name. */
function idsOf(documents: readonly string[]): string {
  const entries = documents.map((text) => [getOperationAST(parse(text))?.name?.value ?? '', documentId(text)])
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`
}

/**
 * Makes sure that every shipped document stands as it was shipped: an app out there asks for it by the hash of its text, and nothing makes it ask anew.
 * @throws {Trouble} naming the first that does not
 */
export function checkShipped(folder: string, shipped: Shipped): void {
  for (const [client, documents] of Object.entries(shipped)) {
    for (const [file, id] of Object.entries(documents)) {
      const path = join(folder, client, file)
      const got = existsSync(path) ? documentId(readFileSync(path, 'utf8')) : 'no file'
      if (got === id) continue
      throw new Trouble(
        `${client}/${file} is not what was shipped: expected the hash ${id}, got ${got}`,
        `Shipped apps ask for that very text: restore it (git checkout -- schemas/operations/${client}), and put what is new into the current version.`,
      )
    }
  }
}

/**
 * The ledger with one more version in it, as its documents stand now.
 * @throws {Trouble} when it is in it already, or when there is nothing to freeze
 */
export function withFrozen(folder: string, shipped: Shipped, client: string): Shipped {
  if (Object.hasOwn(shipped, client)) {
    throw new Trouble(
      `${client} is frozen already`,
      'A version is frozen once, the day it is shipped. Raise currentVersion in scripts/lib/operations.ts.',
    )
  }
  const files = existsSync(join(folder, client)) ? readdirSync(join(folder, client)).filter((name) => name.endsWith('.graphql')) : []
  if (files.length === 0) {
    const fix = 'Name a platform and a version that has documents: --freeze web 2.0'
    throw new Trouble(`Expected documents in schemas/operations/${client}, got none`, fix)
  }
  const ids = files.sort().map((file) => [file, documentId(readFileSync(join(folder, client, file), 'utf8'))])
  const grown = { ...shipped, [client]: Object.fromEntries(ids) as Record<string, string> }
  return Object.fromEntries(Object.entries(grown).sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** A document that the printed schema does not accept would break the app at its next start, so it is not written. */
function checkAgainstContract(files: ReadonlyMap<string, string>, contract: string, fix: string): void {
  if (!existsSync(contract)) return
  const schema = buildSchema(readFileSync(contract, 'utf8'))
  for (const [path, text] of files) {
    const [error] = path.endsWith('.graphql') ? validate(schema, parse(text)) : []
    if (error) throw new Trouble(`${path} does not fit ${contract}: ${error.message}`, fix)
  }
}

if (import.meta.main) {
  await main(async () => {
    const folder = inRoot('schemas', 'operations')
    const ledger = join(folder, 'shipped.json')
    const shipped = JSON.parse(readFileSync(ledger, 'utf8')) as Shipped
    const [first, platform = '', version = ''] = process.argv.slice(2)
    if (first === '--freeze') {
      writeFileSync(ledger, `${JSON.stringify(withFrozen(folder, shipped, `${platform}/${version}`), undefined, 2)}\n`)
      console.log(`froze ${platform} ${version}`)
      return
    }
    const files = currentDocuments(folder)
    const isFrozen = (path: string) => Object.keys(shipped).some((client) => path.startsWith(`${join(folder, client)}/`))
    const frozen = [...files].find(([path, text]) => isFrozen(path) && (!existsSync(path) || readFileSync(path, 'utf8') !== text))
    if (frozen) {
      const fix = 'Raise currentVersion in scripts/lib/operations.ts, and let the web client send the new version and its ids.'
      throw new Trouble(`${frozen[0]} is shipped, and the code makes another by now`, fix)
    }
    const schemas = inRoot('schemas', 'graphql')
    const fix = 'Mend the fragment in the kind’s schema.ts, or the operation in scripts/lib/operations.ts.'
    checkAgainstContract(files, join(schemas, 'mosaic.graphql'), fix)
    const desk = await deskDocuments()
    checkAgainstContract(desk, join(schemas, 'care.graphql'), 'Mend the desk’s file, or the field in bff/src/care/graphql.')
    checkShipped(folder, shipped)
    keepGenerated(new Map([...files, ...desk]))
  })
}
