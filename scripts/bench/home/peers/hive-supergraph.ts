import { getComposedSchemaFromConfig } from '@graphql-mesh/compose-cli'
import type { MethodParams, ReadMethodName } from '@mosaic/schemas/bss'
import { loadJSONSchemaSubgraph } from '@omnigraph/json-schema'
import type { RestAnswer, RestRequest } from '../../../../bff/src/bss/connectors/rest/connector.ts'
import { askOver, pathOf } from './origin.ts'

type Operation = Parameters<typeof loadJSONSchemaSubgraph>[1]['operations'][number]
type Loggers = Parameters<typeof getComposedSchemaFromConfig>[1]

/**
 * A supergraph of the back-ends as GraphQL Mesh composes it from samples: what the data layer asks for one customer is asked once, and each request becomes a
 * field of its own, about whoever the request's context says.
 */
export async function composeSupergraph(bssUrl: string, methods: readonly ReadMethodName[], params: MethodParams): Promise<string> {
  const operations: Operation[] = []
  const general = (text: string) =>
    Object.entries(params).reduce(
      (result, [name, value]) => (value ? result.replaceAll(String(value), `{context.session.${name}}`) : result),
      text,
    )
  for (const method of methods) {
    const send = async (request: RestRequest): Promise<RestAnswer> => {
      const path = pathOf(request)
      const isTask = request.body !== undefined
      const body = isTask ? JSON.stringify(request.body) : undefined
      const headers = { accept: 'application/json', ...(isTask && { 'content-type': 'application/json' }) }
      const response = await fetch(`${bssUrl}/${path}`, {
        method: isTask ? 'POST' : 'GET',
        headers,
        ...(body && { body }),
        signal: AbortSignal.timeout(10_000),
      })
      const sample: unknown = await response.json()
      operations.push({
        type: 'Query',
        field: method,
        path: `/${general(decodeURIComponent(path))}`,
        method: isTask ? 'POST' : 'GET',
        headers,
        responseSample: sample,
        ...(body && { requestBaseBody: flat(JSON.parse(general(body))) }),
      })
      return { status: response.status, body: sample, header: (name) => response.headers.get(name) ?? undefined }
    }
    await askOver(send, 'EUR', method, params)
  }
  const sourceHandler = loadJSONSchemaSubgraph('bss', { endpoint: bssUrl, operations })
  const supergraph = await getComposedSchemaFromConfig({ subgraphs: [{ sourceHandler }] }, silent)
  // A whole number in the sample says nothing about the next customer's.
  return supergraph.replaceAll(/: Int\b/g, ': Float')
}

/** Only texts directly in a body are filled in, but their names may be paths: `{ a: [{ b: 'c' }] }` → `{ 'a.0.b': 'c' }`. */
function flat(body: unknown, path = ''): Record<string, unknown> {
  if (typeof body !== 'object' || body === null) return { [path]: body }
  return Object.assign({}, ...Object.entries(body).map(([name, value]) => flat(value, path ? `${path}.${name}` : name))) as Record<
    string,
    unknown
  >
}

const nothing = () => {}
const silent = {
  log: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: console.error,
  child: () => silent,
} as unknown as Loggers
