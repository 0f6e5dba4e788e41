/**
 * The gate of the apps' contract: `npm run check` fails when the schema breaks what shipped apps were built against, `schemas/graphql/shipped.graphql`.
 *
 * `node scripts/check-contract.ts --ship` takes the schema as it is now as what apps are built against: to be run on the day a version is shipped, beside
 * `gen-operations.ts --freeze`. What breaks is not shipped.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { buildSchema } from 'graphql'
import { findBreaches } from './lib/contract.ts'
import { inRoot } from './lib/house.ts'
import { main, Trouble } from './lib/steps.mjs'

const shippedFile = inRoot('schemas', 'graphql', 'shipped.graphql')
const currentFile = inRoot('schemas', 'graphql', 'mosaic.graphql')
const notice =
  '# The schema that shipped apps were built against: see scripts/check-contract.ts. It is replaced on the day a version is shipped, and at no other time.\n\n'

/** @throws {Trouble} that names each breach and the way out of it */
export function checkContract(shipped: string, current: string): void {
  const breaches = findBreaches(buildSchema(shipped), buildSchema(current))
  if (breaches.length === 0) return
  const detail = breaches.map(({ code, what, fix }) => `${code}: ${what}\n  ${fix}`).join('\n')
  throw new Trouble('The schema breaks apps that are out there', 'Mend each as it says; then run: npm run gen', detail)
}

/** Compares the files of this house. @throws {Trouble} */
export function checkOwnContract(): void {
  checkContract(readFileSync(shippedFile, 'utf8'), readFileSync(currentFile, 'utf8'))
}

if (import.meta.main) {
  await main(async () => {
    checkOwnContract()
    if (process.argv[2] !== '--ship') return
    const current = readFileSync(currentFile, 'utf8')
    writeFileSync(shippedFile, notice + current.slice(current.indexOf('\n\n') + 2))
    console.log('shipped the schema as it is')
  })
}
