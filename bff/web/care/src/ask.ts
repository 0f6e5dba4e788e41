import type { Locale } from '@mosaic/schemas/text'
import { ApiError, readAnswer } from '../../home/src/api/client.ts'

/** Where the desk asks; the customers' questions are asked elsewhere. */
export const endpoint = '/care/graphql'

/** Longer than the BFF's own deadlines, so a slow back-end is the BFF's to report. In milliseconds. */
const timeoutMs = 12_000

/** What every question of the desk carries. */
export type DeskRequest = { accessToken: string; locale: Locale }

/**
 * Asks the desk's server. The text goes along as it is: the server knows its own documents by the hash of their text, and refuses all others where it is
 * told to. Partial data (holes with errors) is data; only an answer without any is an error.
 * @throws ApiError
 */
export async function askDesk<Data>(
  document: string,
  variables: Readonly<Record<string, unknown>>,
  request: DeskRequest,
  signal?: AbortSignal,
): Promise<Data> {
  const timeout = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        ...headersOf(request),
        accept: 'application/graphql-response+json, application/json',
      },
      body: JSON.stringify({ query: document, operationName: operationNameOf(document), variables }),
      // Nobody keeps what is about a customer.
      cache: 'no-store',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    })
    return readAnswer<Data>(response.status, await response.text())
  } catch (cause) {
    if (cause instanceof ApiError || signal?.aborted) throw cause
    throw new ApiError('UNREACHABLE', String(cause), { cause })
  }
}

/** The headers of a question, whichever way it is sent. */
export function headersOf({ accessToken, locale }: DeskRequest): Record<string, string> {
  return { 'content-type': 'application/json', authorization: `Bearer ${accessToken}`, 'accept-language': locale }
}

/** For a part that has not come while others have: it failed, and is not empty. */
export function unanswered(): never {
  throw new ApiError('SERVER', 'null')
}

/** The name of a document's operation: each has one. Pure. */
export function operationNameOf(document: string): string {
  const name = /\b(?:query|mutation|subscription)\s+(\w+)/.exec(document)?.[1]
  if (!name) throw new TypeError('A document of the desk has no named operation')
  return name
}
