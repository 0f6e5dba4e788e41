import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { MosaicError } from '@mosaic/schemas/errors'
import type { CallRecorder } from './calls.ts'
import { deliverWithFaults } from './faults/deliver.ts'
import { formats } from './faults/formats/index.ts'
import type { Faults } from './faults/registry.ts'
import { readBody } from './http/body.ts'
import { HttpProblem } from './http/problem.ts'
import { createRouter } from './http/router.ts'
import { sendReply } from './http/send.ts'
import type { Route, SimRequest } from './http/types.ts'

const host = '127.0.0.1'

/** Listens on 127.0.0.1; port 0 takes a free one. @throws {MosaicError} PORT_IN_USE */
export async function listen(port: number): Promise<{ server: Server; origin: string }> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 5_000 })
  server.on('request', notYet)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port)))
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const actual = typeof address === 'object' && address ? address.port : port
  return { server, origin: `http://${host}:${actual}` }
}

/** Answers a server's requests from the routes, through the faults that are on. */
export function serve(server: Server, origin: string, routes: readonly Route[], faults: Faults, calls: CallRecorder): void {
  const match = createRouter(routes)
  server.off('request', notYet).on('request', (incoming, response) => {
    answer(incoming, response).catch((error: unknown) => fail(error, response))
  })

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = URL.parse(incoming.url ?? '/', origin)
    if (!url || url.origin !== origin)
      throw new HttpProblem(400, 'invalid', 'The request is not valid', 'Expected a path as the request target.')
    const found = match(incoming.method ?? 'GET', url.pathname)
    if (found.found === 'nothing')
      throw new HttpProblem(404, 'notFound', 'There is nothing here', `No route for ${url.pathname}. GET /_simulator tells what there is.`)
    if (found.found === 'path') {
      const allow = found.allow.join(', ')
      throw new HttpProblem(405, 'methodNotAllowed', 'The method is not allowed', `Expected ${allow}, got ${incoming.method}.`, { allow })
    }
    const { route, params } = found
    const request: SimRequest = { method: incoming.method ?? 'GET', url, params, headers: incoming.headers, body: await readBody(incoming) }
    const bss = typeof route.bss === 'function' ? route.bss(request) : route.bss
    if (!bss) return sendReply(response, await route.handle(request), request.method === 'HEAD')

    const struck = faults.strike(bss)
    const end = calls.begin(bss, struck.length > 0)
    response.once('close', () => end(response.headersSent ? response.statusCode : undefined))
    await deliverWithFaults(struck, request, withProblems(route.handle), response, formats[route.format ?? 'json'])
  }
}

/** The port is open before the routes are there, which know it: whoever is so quick must not wait for ever. */
function notYet(_incoming: IncomingMessage, response: ServerResponse): void {
  sendReply(response, new HttpProblem(503, 'starting', 'The simulator is starting', 'Ask again in a moment.').toReply())
}

/** A problem of the request is an answer like any other: faults apply to it as well. */
function withProblems(handle: Route['handle']): Route['handle'] {
  return async (request) => {
    try {
      return await handle(request)
    } catch (error) {
      if (error instanceof HttpProblem) return error.toReply()
      throw error
    }
  }
}

function fail(error: unknown, response: ServerResponse): void {
  const problem = error instanceof HttpProblem ? error : new HttpProblem(500, 'internal', 'The simulator has a defect', 'See its log.')
  if (problem !== error) console.error('simulator:', error)
  if (response.headersSent) response.destroy()
  else sendReply(response, problem.toReply())
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return error
  return new MosaicError(
    error.code === 'EACCES' ? 'PORT_FORBIDDEN' : 'PORT_IN_USE',
    'The simulator cannot start',
    {
      expected: `port ${port} of ${host} to be free`,
      got: error.code === 'EACCES' ? 'a port that this user may not open' : 'another program that listens on it',
      fix: 'Stop that program, or set SIMULATOR_PORT to another port (and BSS_URL and IDENTITY_ISSUER of the BFF with it)',
    },
    { cause: error },
  )
}
