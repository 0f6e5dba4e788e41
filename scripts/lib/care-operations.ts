import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { getOperationAST, parse } from 'graphql'
import { inRoot } from './house.ts'
import { currentOperations } from './operations.ts'
import { Trouble } from './steps.mjs'

/**
 * Every question of the care desk, by the name of its operation: the texts that its `*.graphql.ts` files export. A function makes its text of the document by which
 * the web home asks for its page.
 * @throws {Trouble} for a name that is there twice
 */
export async function careOperations(): Promise<Map<string, string>> {
  const documents = new Map<string, string>()
  const folder = inRoot('bff', 'web', 'care', 'src')
  const home = currentOperations('web').get('home.graphql') ?? ''
  for (const file of globSync('**/*.graphql.ts', { cwd: folder }).sort()) {
    const exported = (await import(pathToFileURL(join(folder, file)).href)) as Record<string, unknown>
    for (const made of Object.values(exported)) {
      const text = typeof made === 'function' ? (made as (home: string) => unknown)(home) : made
      if (typeof text !== 'string') continue
      const name = getOperationAST(parse(text))?.name?.value
      if (name === undefined || documents.has(name))
        throw new Trouble(
          `${file} asks ${name === undefined ? 'without a name' : `"${name}", which another file asks too`}`,
          'Give each operation a name of its own.',
        )
      documents.set(name, text)
    }
  }
  return documents
}
