import { readFileSync } from 'node:fs'
import type { Contract } from '../contract.ts'
import { readPrinted } from '../printed.ts'
import { documentationPage } from './documentation-page.ts'

/** What is served beside the operations, by its path under the door. */
export type Documentation = ReadonlyMap<string, { type: string; bytes: Buffer }>

/** The OpenAPI document as it was printed, and the page about it. Made once: neither changes while the server runs. */
export function createDocumentation(contract: Contract): Documentation {
  const page = { type: 'text/html; charset=utf-8', bytes: Buffer.from(documentationPage(contract)) }
  const styles = { type: 'text/css; charset=utf-8', bytes: readFileSync(new URL('./documentation.css', import.meta.url)) }
  const openApi = { type: 'application/json; charset=utf-8', bytes: Buffer.from(readPrinted('openapi.json')) }
  return new Map(Object.entries({ '': page, '/': page, '/documentation.css': styles, '/openapi.json': openApi }))
}
