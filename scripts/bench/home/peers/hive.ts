import { createServer } from 'node:http'
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime'
import rest from '@graphql-mesh/transport-rest'
import { buildASTSchema, getNamedType, isObjectType, parse, type DocumentNode, type GraphQLNamedType } from 'graphql'
import { LRUCache } from 'lru-cache'
import { startOf } from '../../bss/programs/answering.ts'
import { openHouse, type PeerStart } from './compose.ts'
import { composeSupergraph } from './hive-supergraph.ts'

/*
 * Hive Gateway over the same back-ends, composed without code. It cannot compose a home, so it answers with what one is made of: all that the same requests
 * bring, nothing of it mapped or presented. Whole answers are kept by customer for as long as the shortest T1.
 */

const start = startOf<PeerStart & { token: string }>()
const house = await openHouse(start)
const { customerId, partyId, partyType, lines } = await house.sessionOf(start.token)
const supergraph = await composeSupergraph(start.bssUrl, house.needs, { customerId, partyId, partyType, lineId: lines[0] })

const gateway = createGatewayRuntime<{ session: object }>({
  supergraph,
  transports: { rest: { default: rest } as never },
  cache: keptInMemory(),
  responseCaching: {
    session: (request) => request.headers.get('authorization'),
    ttl: Math.min(...house.needs.map((need) => house.policies[need].t1Ms)),
  },
  persistedDocuments: {
    extractPersistedOperationId: (params) => (params as { documentId?: string }).documentId ?? null,
    getPersistedOperation: (id) => (id === 'home' ? document : null),
    skipDocumentValidation: true,
  },
  plugins: () => [
    {
      async onContextBuilding({
        context,
        extendContext,
      }: {
        context: { headers: Record<string, string> }
        extendContext: (more: object) => void
      }) {
        const session = await house.sessionOf(context.headers['authorization'])
        extendContext({ session: { ...session, lineId: session.lines[0] } })
      },
    } as never,
  ],
  upstreamTimeout: Math.max(...house.needs.map((need) => house.policies[need].readTimeoutMs)),
  logging: false,
  graphiql: false,
  landingPage: false,
  cors: false,
  maskedErrors: false,
})
const document = everything(supergraph)

createServer((request, response) => void gateway(request, response)).listen(start.port, '127.0.0.1')

function keptInMemory() {
  const kept = new LRUCache<string, object>({ max: 100_000, ttlAutopurge: false })
  return {
    get: (key: string) => kept.get(key),
    set: (key: string, value: object, options?: { ttl?: number | null }) => void kept.set(key, value, { ttl: (options?.ttl ?? 0) * 1_000 }),
    delete: (key: string) => kept.delete(key),
    getKeysByPrefix: (prefix: string) => [...kept.keys()].filter((key) => key.startsWith(prefix)),
  }
}

/** A question for every field there is. */
function everything(sdl: string): DocumentNode {
  const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true })
  const select = (type: GraphQLNamedType): string =>
    isObjectType(type)
      ? `{ ${Object.values(type.getFields())
          .map((field) => `${field.name} ${select(getNamedType(field.type))}`)
          .join(' ')} }`
      : ''
  return parse(`query Home ${select(schema.getQueryType() as GraphQLNamedType)}`)
}
