import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { generateImportMap, type SanitizedConfig } from 'payload'
import { generateTypes } from 'payload/node'
import { homeDir } from '../config.ts'

/** What Payload makes from the configuration: the admin's import map and the types of the documents, by absolute path. Writes neither. */
export async function payloadGenerated(): Promise<ReadonlyMap<string, string>> {
  // Loading the configuration must not leave a secret behind.
  process.env.PAYLOAD_SECRET ||= 'not used by a generator'
  const { default: loading } = await import('../payload.config.ts')
  const config = await loading
  const source = join(homeDir(), 'cms', 'src')
  return new Map([
    [join(source, 'app', '(payload)', 'admin', 'importMap.js'), await importMap(config)],
    [join(source, 'payload-types.ts'), await types(config)],
  ])
}

/** The map's paths are relative to its place: it is made beside the real one. */
async function importMap(config: SanitizedConfig): Promise<string> {
  const real = config.admin.importMap.importMapFile ?? ''
  const draft = join(dirname(real), `.importMap-${process.pid}.js`)
  try {
    await writeFile(draft, '')
    const admin = { ...config.admin, importMap: { ...config.admin.importMap, importMapFile: draft } }
    await generateImportMap({ ...config, admin }, { log: false, force: true })
    return await readFile(draft, 'utf8')
  } finally {
    await rm(draft, { force: true })
  }
}

async function types(config: SanitizedConfig): Promise<string> {
  const draft = join(tmpdir(), `mosaic-payload-types-${process.pid}.ts`)
  try {
    await generateTypes({ ...config, typescript: { ...config.typescript, outputFile: draft } }, { log: false })
    return await readFile(draft, 'utf8')
  } finally {
    await rm(draft, { force: true })
  }
}
