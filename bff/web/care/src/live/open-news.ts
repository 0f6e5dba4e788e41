import { ApiError, readAnswer } from '../../../home/src/api/client.ts'
import { endpoint, headersOf, operationNameOf, type DeskRequest } from '../ask.ts'
import { deskDocument } from './live.graphql.ts'

/**
 * Opens the stream of news; resolves when the server has said that it will tell them.
 * @throws ApiError
 */
export async function openNews(request: DeskRequest, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { ...headersOf(request), accept: 'text/event-stream' },
    body: JSON.stringify({ query: deskDocument, operationName: operationNameOf(deskDocument) }),
    cache: 'no-store',
    signal,
  }).catch((cause: unknown) => {
    throw new ApiError('UNREACHABLE', String(cause), { cause })
  })
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false
  if (response.ok && isStream && response.body) return response.body
  // Why not stands in it, in either form.
  const text = await response.text()
  readAnswer(response.status, /^data: (\{.*)$/m.exec(text)?.[1] ?? text)
  throw new ApiError('SERVER', `HTTP ${response.status}, no stream`)
}
