import type { IncomingHttpHeaders } from 'node:http'
import { createYoga, type YogaInitialContext } from 'graphql-yoga'
import type { Config } from '../config.ts'
import type { Logger } from '../log.ts'
import { once } from '../once.ts'
import { createContext, type GraphqlContext, type GraphqlDependencies } from './context.ts'
import { createErrorMask } from './mask-error.ts'
import { createSchema } from './schema.ts'
import { readTrustedDocuments } from './trusted-documents.ts'
import { useLimits } from './use-limits.ts'
import { useTrustedDocuments } from './use-trusted-documents.ts'
import { yogaSettings } from './yoga-settings.ts'

/** What the context is made of: over HTTP the request itself, for the other doors its headers. */
type Asker = { req: { headers: IncomingHttpHeaders; socket?: { remoteAddress?: string | undefined } } }

type Options = Pick<Config, 'isProduction' | 'trustedDocumentsDir' | 'areOtherDocumentsAllowed'>

const customersSchema = once(createSchema)

/**
 * The customers' GraphQL: an executor for every question, which expects `req.body` to be the text of a POST, and the known documents.
 * @throws {MosaicError} when the trusted documents cannot be served
 */
export async function createGraphql(
  dependencies: GraphqlDependencies & { log: Logger },
  { isProduction, trustedDocumentsDir, areOtherDocumentsAllowed }: Options,
) {
  const schema = customersSchema()
  const documents = await readTrustedDocuments(trustedDocumentsDir, schema)
  const yoga = createYoga<Asker, GraphqlContext>({
    ...yogaSettings,
    schema,
    graphqlEndpoint: '/graphql',
    context: ({ req }: YogaInitialContext & Asker) => createContext(dependencies, req.headers, () => req.socket?.remoteAddress),
    plugins: [
      // The questions of the apps, by their ids; others where they are allowed.
      ...useTrustedDocuments(documents, { areOthersAllowed: areOtherDocumentsAllowed }),
      // Documents: refuse the enormous while parsing, the greedy while validating.
      useLimits({ isProduction }),
    ],
    maskedErrors: { maskError: createErrorMask(dependencies.log) },
  })
  return { yoga, schema, documents }
}

export type Graphql = Awaited<ReturnType<typeof createGraphql>>
export type Yoga = Graphql['yoga']
