import { MosaicError } from '@mosaic/schemas/errors'
import type { FormFactor } from '@mosaic/schemas/release'
import type { Locale } from '@mosaic/schemas/text'
import documentIds from '../../../../../schemas/operations/web/2.0/ids.json'

/** The version the BFF's kill switches know this app by; it grows with the trusted documents in `schemas/operations/web/`. */
export const clientVersion = '2.0.0'

/** Longer than the BFF's own deadlines, so a slow back-end is the BFF's to report. In milliseconds. */
const timeoutMs = 12_000

/** What stands before the proof of a guest where others have a token: he has a door of his own, and no address with a question in it. */
export const guestPrefix = 'guest '
const guestDoor = '/a/graphql'

export type RequestContext = {
  /** Absent for what is asked by somebody who is not signed in. */
  accessToken?: string | undefined
  locale: Locale
  formFactor: FormFactor
}
/** A question that the server knows: its text stands in `schemas/operations/web/`. */
export type GraphqlRequest = { operationName: OperationName; variables: Record<string, unknown> }
type OperationName = keyof typeof documentIds

/** Whether this build has a document of this name. */
export function isKnownOperation(name: string): name is OperationName {
  return Object.hasOwn(documentIds, name)
}

/** Why an answer did not come: `UNREACHABLE` (network, time-out), `UNAUTHENTICATED` (the token), `SERVER` (the BFF said no). */
export type ApiFailure = 'UNREACHABLE' | 'UNAUTHENTICATED' | 'SERVER'

export class ApiError extends MosaicError {
  readonly failure: ApiFailure
  /** The server's own word for it (`LINE_NOT_FOUND`, `SURFACE_NOT_FOUND` …), when it gave one. */
  readonly serverCode: string | undefined
  constructor(failure: ApiFailure, got: string, options?: { cause?: unknown; serverCode?: string | undefined }) {
    super(`API_${failure}`, 'The server did not answer the question', { expected: 'data', got, fix: fixes[failure] }, options)
    this.failure = failure
    this.serverCode = options?.serverCode
  }
}

/** An answer, and what to call it by when asking whether it has changed. */
export type Tagged<Data> = { data: Data; etag?: string | undefined }

/**
 * Sends a trusted document that changes something. Partial data (holes with errors) is data; only an answer without any is an error.
 * @throws ApiError
 */
export async function askGraphql<Data>(request: GraphqlRequest, context: RequestContext, signal?: AbortSignal): Promise<Data> {
  const { status, text } = await send(isGuest(context) ? guestDoor : '/graphql', context, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(paramsOf(request)),
    ...(signal && { signal }),
  })
  return readAnswer<Data>(status, text)
}

/**
 * The same for a question that changes nothing. When the server says that its answer is still the known one, it is that.
 * @throws ApiError
 */
export async function lookGraphql<Data>(
  request: GraphqlRequest,
  context: RequestContext,
  known?: Tagged<Data>,
  signal?: AbortSignal,
): Promise<Tagged<Data>> {
  if (isGuest(context)) return { data: await askGraphql<Data>(request, context, signal) }
  const { status, text, etag } = await send(addressOf(request), context, {
    headers: known?.etag ? { 'if-none-match': known.etag } : {},
    // Answers are personal: the browser keeps none, and none stands between us and the server's word that nothing has changed.
    cache: 'no-store',
    ...(signal && { signal }),
  })
  if (status === 304 && known?.etag) return known
  return { data: readAnswer<Data>(status, text), etag }
}

/** Where a question is asked that changes nothing. Pure. */
function addressOf(request: GraphqlRequest): string {
  const params = paramsOf(request)
  return `/graphql?${new URLSearchParams({ ...params, variables: JSON.stringify(params.variables) }).toString()}`
}

/** The data of an answer, or the ApiError that says why there is none. Pure. */
export function readAnswer<Data>(status: number, text: string): Data {
  const answer = parse(text)
  const codes = (answer?.errors ?? []).map((error) => error.extensions?.code)
  if (status === 401 || codes.includes('UNAUTHENTICATED')) throw new ApiError('UNAUTHENTICATED', `HTTP ${status}`)
  // A proxy that answers for a BFF it cannot reach is the same to the customer as no network.
  if (!answer && [502, 503, 504].includes(status)) throw new ApiError('UNREACHABLE', `HTTP ${status}`)
  if (!answer?.data) {
    const serverCode = codes.find(Boolean)
    throw new ApiError('SERVER', `HTTP ${status} ${serverCode ?? ''}`.trim(), { serverCode })
  }
  return answer.data as Data
}

/** The failure behind an error; whatever is not an ApiError counts as the server's. */
export function failureOf(error: unknown): ApiFailure {
  return error instanceof ApiError ? error.failure : 'SERVER'
}

/** The server's own word for an error, when it gave one. */
export function serverCodeOf(error: unknown): string | undefined {
  return error instanceof ApiError ? error.serverCode : undefined
}

const fixes: Record<ApiFailure, string> = {
  UNREACHABLE: 'Check the connection and try again.',
  UNAUTHENTICATED: 'Sign in again.',
  SERVER: 'Try again in a moment.',
}

function paramsOf({ operationName, variables }: GraphqlRequest) {
  return { documentId: `sha256:${documentIds[operationName]}`, operationName, variables }
}

type Sent = { status: number; text: string; etag: string | undefined }

async function send(address: string, context: RequestContext, { headers, signal, ...init }: RequestInit): Promise<Sent> {
  const timeout = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(address, {
      ...init,
      headers: {
        ...(headers as Record<string, string>),
        accept: 'application/graphql-response+json, application/json',
        ...credentialsOf(context),
        'accept-language': context.locale,
        'x-client-platform': 'web',
        'x-client-version': clientVersion,
        'x-form-factor': context.formFactor,
      },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    })
    return { status: response.status, text: await response.text(), etag: response.headers.get('etag') ?? undefined }
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiError('UNREACHABLE', String(cause), { cause })
  }
}

function isGuest({ accessToken }: RequestContext): boolean {
  return accessToken?.startsWith(guestPrefix) ?? false
}

function credentialsOf(context: RequestContext): Record<string, string> {
  const { accessToken } = context
  if (accessToken === undefined) return {}
  return isGuest(context) ? { 'x-hand-over': accessToken.slice(guestPrefix.length) } : { authorization: `Bearer ${accessToken}` }
}

type Answer = { data?: unknown; errors?: { message: string; extensions?: { code?: string } }[] }

function parse(text: string): Answer | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && ('data' in value || 'errors' in value) ? (value as Answer) : undefined
  } catch {
    return undefined
  }
}
