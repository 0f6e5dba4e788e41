/**
 * Prints the GraphQL schemas from the code: the customers', the contract that Apollo iOS, Apollo Kotlin and the web client are generated from, and the care desk's.
 * With --check it only compares. Sorted, so that a diff shows what changed and not where it was written.
 */
import { lexicographicSortSchema, printSchema } from 'graphql'
import { createCareSchema } from '@mosaic/bff/src/care/graphql/schema.ts'
import { createSchema } from '@mosaic/bff/src/graphql/schema.ts'
import { keepGenerated } from './lib/generated.ts'
import { inRoot } from './lib/house.ts'
import { main } from './lib/steps.mjs'

const notice =
  '# Made by scripts/gen-sdl.ts: change the builders in widgets/ bff/src/graphql/ and bff/src/care/graphql/, then run `npm run gen`.\n\n'

/** The printed schemas, by absolute path. */
export function printedSchemas(): Map<string, string> {
  const schemas = { mosaic: createSchema(), care: createCareSchema() }
  return new Map(
    Object.entries(schemas).map(([name, schema]) => [
      inRoot('schemas', 'graphql', `${name}.graphql`),
      `${notice}${printSchema(lexicographicSortSchema(schema))}\n`,
    ]),
  )
}

if (import.meta.main) await main(async () => keepGenerated(printedSchemas()))
