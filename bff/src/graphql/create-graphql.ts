import type { IncomingHttpHeaders } from 'node:http'
import { createYoga, type YogaInitialContext } from 'graphql-yoga'
import type { Config } from '../config.ts'
import type { Logger } from '../log.ts'
import { createContext, type GraphqlContext, type GraphqlDependencies } from './context.ts'
import { createErrorMask } from './mask-error.ts'
import { createSchema } from './schema.ts'
import { readTrustedDocuments } from './trusted-documents.ts'
import { useLimits } from './use-limits.ts'
import { trustedDocumentParams, useTrustedDocuments } from './use-trusted-documents.ts'

/** What the context is made of: over HTTP the request itself, for the other doors its headers. */
type Asker = { req: { headers: IncomingHttpHeaders } }

type Options = Pick<Config, 'isProduction' | 'trustedDocumentsDir' | 'areOtherDocumentsAllowed'>

/**
 * The customers' GraphQL: an executor for every question, which expects `req.body` to be the text of a POST, and the known documents.
 * @throws {MosaicError} when the trusted documents cannot be served
 */
export async function createGraphql(
  dependencies: GraphqlDependencies & { log: Logger },
  { isProduction, trustedDocumentsDir, areOtherDocumentsAllowed }: Options,
) {
  const schema = createSchema()
  const documents = await readTrustedDocuments(trustedDocumentsDir, schema)
  const yoga = createYoga<Asker, GraphqlContext>({
    schema,
    graphqlEndpoint: '/graphql',
    extraParamNames: trustedDocumentParams,
    context: ({ req }: YogaInitialContext & Asker) => createContext(dependencies, req.headers),
    plugins: [
      // The questions of the apps, by their ids; others where they are allowed.
      ...useTrustedDocuments(documents, { areOthersAllowed: areOtherDocumentsAllowed }),
      // Documents: refuse the enormous while parsing, the greedy while validating.
      useLimits({ isProduction }),
    ],
    maskedErrors: { maskError: createErrorMask(dependencies.log) },
    // The body is read and bounded before Yoga sees it; Yoga's own bound costs half of its throughput.
    maxRequestBodySize: false,
    // One question a request; no uploads; no pages for people.
    batching: false,
    multipart: false,
    graphiql: false,
    landingPage: false,
    // The web home is of the same origin, native apps need no permission.
    cors: false,
    logging: false,
  })
  return { yoga, schema, documents }
}

export type Graphql = Awaited<ReturnType<typeof createGraphql>>
export type Yoga = Graphql['yoga']
