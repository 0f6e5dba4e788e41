import { RESTDataSource } from '@apollo/datasource-rest'
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { KeyvAdapter } from '@apollo/utils.keyvadapter'
import Keyv from 'keyv'
import type { Policy } from '@mosaic/schemas/bss'
import type { RestAnswer, RestRequest } from '../../../../bff/src/bss/connectors/rest/connector.ts'
import type { GraphqlContext } from '../../../../bff/src/graphql/context.ts'
import { startOf } from '../../bss/programs/answering.ts'
import { openHouse, type Get, type PeerStart } from './compose.ts'
import { askOver, pathOf } from './origin.ts'

/* Apollo Server as its documentation sets it up: RESTDataSource, one for each request, over Keyv; automatic persisted queries in the same cache. */

const start = startOf<PeerStart>()
const house = await openHouse(start)
const cache = new KeyvAdapter(new Keyv())

class BssSource extends RESTDataSource {
  override baseURL = `${start.bssUrl}/`

  async ask({ body, headers, ...request }: RestRequest, { t1Ms, readTimeoutMs }: Policy): Promise<RestAnswer> {
    const path = pathOf(request)
    // Without a key of its own every question that is a POST would find the answer of the first one.
    const task = body === undefined ? {} : { method: 'POST' as const, body: body as object, cacheKey: path + JSON.stringify(body) }
    const { parsedBody, response } = await this.fetch<unknown>(path, {
      ...task,
      headers: { accept: 'application/json', ...headers },
      cacheOptions: { ttl: t1Ms / 1_000 },
      signal: AbortSignal.timeout(readTimeoutMs),
    })
    return { status: response.status, body: parsedBody, header: (name) => response.headers.get(name) ?? undefined }
  }
}

function getOver(source: BssSource): Get {
  return async (method, params, policy) => {
    // A kept answer keeps its headers: the date is when the back-end gave it.
    let fetchedAt = Date.now()
    const send = async (request: RestRequest) => {
      const answer = await source.ask(request, policy)
      fetchedAt = Math.min(fetchedAt, Date.parse(answer.header('date') ?? ''))
      return answer
    }
    const value = await askOver(send, house.currency, method, params)
    return { value, fetchedAt }
  }
}

const server = new ApolloServer<GraphqlContext>({
  schema: house.schema,
  cache,
  introspection: false,
  includeStacktraceInErrorResponses: false,
})
await startStandaloneServer(server, {
  listen: { port: start.port, host: '127.0.0.1' },
  context: ({ req }) => Promise.resolve(house.contextOf(req.headers, getOver(new BssSource({ cache })))),
})
