import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)

/** A contract of the doors as `npm run gen` printed it: what was reviewed is what is served. */
export function readPrinted(name: 'openapi.json' | 'self-care.wsdl'): string {
  return readFileSync(resolve(`@mosaic/schemas/doors/${name}`), 'utf8')
}
