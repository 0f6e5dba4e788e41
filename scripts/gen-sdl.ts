/**
 * Prints the customers' GraphQL schema from the code: the contract that Apollo iOS, Apollo Kotlin and the web client are generated from.
 * With --check it only compares. Sorted, so that a diff shows what changed and not where it was written.
 */
import { lexicographicSortSchema, printSchema } from 'graphql'
import { createSchema } from '@mosaic/bff/src/graphql/schema.ts'
import { keepGenerated } from './lib/generated.ts'
import { inRoot } from './lib/house.ts'
import { main } from './lib/steps.mjs'

const notice = '# Made by scripts/gen-sdl.ts: change the builders in widgets/ and bff/src/graphql/, then run `npm run gen`.\n\n'

/** The printed schemas, by absolute path. */
export function printedSchemas(): Map<string, string> {
  return new Map([[inRoot('schemas', 'graphql', 'mosaic.graphql'), `${notice}${printSchema(lexicographicSortSchema(createSchema()))}\n`]])
}

if (import.meta.main) await main(async () => keepGenerated(printedSchemas()))
