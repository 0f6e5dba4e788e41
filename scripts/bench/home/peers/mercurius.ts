import fastify from 'fastify'
import mercurius from 'mercurius'
import { documentId } from '../../../../bff/src/graphql/trusted-documents.ts'
import { asyncCacheDedupe } from '../../bss/peers/async-cache-dedupe.ts'
import { startOf } from '../../bss/programs/answering.ts'
import { openHouse, type PeerStart } from './compose.ts'
import { heldBy } from './origin.ts'

/* mercurius with its just-in-time compiler and persisted queries only; values in async-cache-dedupe, which is what mercurius-cache keeps them in. */

const start = startOf<PeerStart>()
const house = await openHouse(start)
const get = await heldBy(asyncCacheDedupe, start.bssUrl, house)

const app = fastify()
await app.register(mercurius, {
  schema: house.schema,
  context: (request) => house.contextOf(request.headers, get),
  persistedQueries: { [documentId(start.question)]: start.question },
  onlyPersisted: true,
  jit: 1,
})
await app.listen({ port: start.port, host: '127.0.0.1' })
