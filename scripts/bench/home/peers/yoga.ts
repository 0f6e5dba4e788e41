import { createServer, type IncomingMessage } from 'node:http'
import { useGraphQlJit } from '@envelop/graphql-jit'
import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations'
import { parse } from 'graphql'
import { createYoga } from 'graphql-yoga'
import { documentId } from '../../../../bff/src/graphql/trusted-documents.ts'
import { bentocache } from '../../bss/peers/bentocache.ts'
import { startOf } from '../../bss/programs/answering.ts'
import { openHouse, type PeerStart } from './compose.ts'
import { heldBy } from './origin.ts'

/* graphql-yoga as fast as it goes: just-in-time compiler, persisted documents, the body parsed before it comes; values in bentocache. */

const start = startOf<PeerStart>()
const house = await openHouse(start)
const get = await heldBy(bentocache, start.bssUrl, house)
const documents = new Map([[documentId(start.question), parse(start.question)]])

const yoga = createYoga<{ req: IncomingMessage }>({
  schema: house.schema,
  extraParamNames: ['documentId'],
  context: ({ req }) => house.contextOf(req.headers, get),
  plugins: [
    usePersistedOperations({
      skipDocumentValidation: true,
      extractPersistedOperationId: (params) => (params as { documentId?: string }).documentId?.replace('sha256:', '') ?? null,
      getPersistedOperation: (id) => documents.get(id) ?? null,
    }),
    useGraphQlJit(),
  ],
  parserAndValidationCache: true,
  // Its own bound costs half of its throughput.
  maxRequestBodySize: false,
  batching: false,
  multipart: false,
  graphiql: false,
  landingPage: false,
  cors: false,
  logging: false,
  maskedErrors: false,
})

createServer((request, response) => {
  const chunks: Buffer[] = []
  request
    .on('data', (chunk: Buffer) => chunks.push(chunk))
    .once('end', () => {
      Object.assign(request, { body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown })
      void yoga(request, response)
    })
}).listen(start.port, '127.0.0.1')
