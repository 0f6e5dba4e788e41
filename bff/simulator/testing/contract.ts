import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'

/** The TM Forum files: `TMF_SPECS`, else the folder beside the repository. */
const folder = process.env.TMF_SPECS ?? resolve(import.meta.dirname, '../../../../shared/tmf')
export const hasContracts = existsSync(join(folder, 'TMF654-v4.json'))

type Definition = { properties?: Record<string, unknown>; additionalProperties?: unknown; $ref?: string; allOf?: { $ref?: string }[] }
type Swagger = { definitions: Record<string, Definition> }

/**
 * What is wrong with a value by one definition of a TM Forum file; nothing when all is well. Stricter than the file: an attribute
 * that the contract does not know is a fault too, unless it is named in `beyond`.
 */
export function createContract(api: string, beyond: Readonly<Record<string, readonly string[]>> = {}) {
  const swagger = JSON.parse(readFileSync(join(folder, `${api}-v4.json`), 'utf8')) as Swagger
  for (const [name, definition] of Object.entries(swagger.definitions)) {
    inherit(definition, swagger)
    if (!definition.properties) continue
    for (const extra of beyond[name] ?? []) definition.properties[extra] = {}
    definition.additionalProperties = false
  }
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false })
  formats.default(ajv)
  ajv.addSchema(swagger, api)
  const validators = new Map<string, ReturnType<typeof ajv.getSchema>>()
  return {
    problems(definition: string, value: unknown): string[] {
      const validate = validators.get(definition) ?? ajv.getSchema(`${api}#/definitions/${definition}`)
      validators.set(definition, validate)
      if (!validate) throw new Error(`${api} has no definition ${definition}`)
      if (validate(value) === true) return []
      return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`)
    },
    attributesOf: (definition: string) => Object.keys(swagger.definitions[definition]?.properties ?? {}),
  }
}

/** What a definition takes over from others becomes its own: sealed one by one, each would refuse what the other knows. */
function inherit(definition: Definition, swagger: Swagger): void {
  if (!definition.properties || !definition.allOf) return
  const inherited = definition.allOf.map(({ $ref }) => swagger.definitions[$ref?.split('/').at(-1) ?? ''] ?? {})
  for (const other of inherited) inherit(other, swagger)
  const all = [...inherited, definition].flatMap(({ properties }) => Object.entries(properties ?? {}))
  definition.properties = Object.fromEntries(all)
  delete definition.allOf
}
