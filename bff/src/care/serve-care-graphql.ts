import type { IncomingMessage, ServerResponse } from 'node:http'
import type { GraphQLSchema } from 'graphql'
import { createYoga, type YogaInitialContext } from 'graphql-yoga'
import { createErrorMask } from '../graphql/mask-error.ts'
import { readTrustedDocuments } from '../graphql/trusted-documents.ts'
import { useLimits } from '../graphql/use-limits.ts'
import { useTrustedDocuments } from '../graphql/use-trusted-documents.ts'
import { yogaSettings } from '../graphql/yoga-settings.ts'
import { readBody } from '../http/body.ts'
import { encode, encodingFor, worthEncodingFrom } from '../http/encode.ts'
import { lastHeaders, sendJson, type Handler } from '../http/handler.ts'
import type { CareDependencies } from './contract.ts'
import { createDeskStreams, type StreamPlace } from './desk-streams.ts'
import { createCareContext, type CareContext } from './graphql/context.ts'

const path = '/care/graphql'
/** Longer than any document of the desk, with its variables. */
const maxBodyBytes = 64 * 1024

type Asker = { req: IncomingMessage }
type Options = {
  isProduction: boolean
  /** The documents of the desk that are known, as files. */
  documentsDir: string
  areOtherDocumentsAllowed: boolean
  /** How many desks are told of news at a time. */
  maxStreams: number
}

/** The care desk's GraphQL. `close` ends the streams of news at once: their desks ask elsewhere. */
export type CareGraphql = { handler: Handler; close(): void }

/**
 * `POST /care/graphql`: an answer, or to who accepts `text/event-stream` a stream of them.
 * @throws {MosaicError} when the documents of the desk cannot be served
 */
export async function createCareGraphql(
  schema: GraphQLSchema,
  dependencies: CareDependencies,
  { isProduction, documentsDir, areOtherDocumentsAllowed, maxStreams }: Options,
): Promise<CareGraphql> {
  const documents = await readTrustedDocuments(documentsDir, schema)
  const yoga = createYoga<Asker, CareContext>({
    ...yogaSettings,
    schema,
    graphqlEndpoint: path,
    context: ({ req }: YogaInitialContext & Asker) => createCareContext(dependencies, req.headers),
    plugins: [...useTrustedDocuments(documents, { areOthersAllowed: areOtherDocumentsAllowed }), useLimits({ isProduction })],
    maskedErrors: { maskError: createErrorMask(dependencies.log) },
  })
  const streams = createDeskStreams({ maxStreams, log: dependencies.log })
  dependencies.metrics.deskStreams.from(() => [{ labels: {}, value: streams.size() }])
  return { handler, close: () => streams.close() }

  async function handler(request: IncomingMessage, response: ServerResponse, { pathname }: URL): Promise<boolean> {
    if (pathname !== path) return false
    // What an agent asks stands in no address: addresses are kept in logs and histories.
    if (request.method !== 'POST') return refuse(response, 405, 'METHOD_NOT_ALLOWED', 'Expected POST.', { allow: 'POST' })
    const body = await readBody(request, maxBodyBytes)
    if (body === undefined) return refuse(response, 413, 'BODY_TOO_LARGE', tooLarge, lastHeaders(response))
    if (body === '') return refuse(response, 400, 'BAD_REQUEST', 'The request has no body: expected a question as JSON. Send one.')
    Object.assign(request, { body })
    if (!request.headers.accept?.includes('text/event-stream')) return answer(request, response)
    const place = streams.enter()
    if (!place) return refuse(response, 503, 'OVERLOADED', overloaded, { 'retry-after': '5' })
    return answer(request, response, place)
  }

  /** Resolves when the answer is out, of a stream its headers: from then on it takes no place among the requests. */
  async function answer(request: IncomingMessage, response: ServerResponse, place?: StreamPlace): Promise<true> {
    let isStream = false
    try {
      const answered = await yoga.handleNodeRequestAndResponse(request, response, { req: request })
      const headers = Object.fromEntries([...answered.headers].filter(([name]) => !ofTheServer.has(name.toLowerCase())))
      if (place && answered.body && answered.headers.get('content-type')?.startsWith('text/event-stream')) {
        response.writeHead(answered.status, { ...headers, ...own, 'x-accel-buffering': 'no' })
        isStream = true
        place.stream(response, answered.body)
        return true
      }
      return send(request, response, answered.status, headers, Buffer.from(await answered.text()))
    } finally {
      if (!isStream) place?.leave()
    }
  }
}

function send(request: IncomingMessage, response: ServerResponse, status: number, headers: Record<string, string>, text: Buffer): true {
  const encoding = text.length < worthEncodingFrom ? undefined : encodingFor(request.headers['accept-encoding'])
  const bytes = encoding ? encode(text, encoding) : text
  const coded = encoding ? { 'content-encoding': encoding } : {}
  response.writeHead(status, { ...headers, ...own, ...coded, 'content-length': String(bytes.length) }).end(bytes)
  return true
}

function refuse(response: ServerResponse, status: number, code: string, message: string, headers: Record<string, string> = {}): true {
  return sendJson(response, status, { errors: [{ message, extensions: { code } }] }, headers)
}

const tooLarge = `The request is too large: expected at most ${maxBodyBytes} bytes. Ask for less.`
const overloaded = 'We tell as many desks of news as we can. Try again in a moment.'
/** Answers are personal: nobody on the way may keep them. */
const own = { 'cache-control': 'no-store', vary: 'accept, accept-encoding' }
/** Of these this server itself decides, and HTTP/2 refuses the last. */
const ofTheServer = new Set(['cache-control', 'content-encoding', 'content-length', 'transfer-encoding', 'connection', 'keep-alive'])
