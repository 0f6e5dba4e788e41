import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBody } from '../../http/body.ts'
import { lastHeaders, refusesMethod, sendError, sendJson, type Handler } from '../../http/handler.ts'
import type { Ask } from '../ask.ts'
import type { Contract } from '../contract.ts'
import { readInputs, type Said } from '../inputs.ts'
import { badInput, refusal, type Refusal, type Refused } from '../refusal.ts'
import { basePath } from './base-path.ts'
import type { Documentation } from './documentation.ts'

/** Longer than the inputs of any operation. */
const maxBodyBytes = 16 * 1024

type Dependencies = { contract: Contract; ask: Ask; documentation: Documentation }

/** `/api/v1/…`: every operation of the contract as a resource, its OpenAPI document, and a page for those who read it. */
export function serveRest({ contract, ask, documentation }: Dependencies): Handler {
  const operations = new Map(contract.operations.map((operation) => [operation.path as string, operation]))

  return async (request, response, url) => {
    if (url.pathname !== basePath && !url.pathname.startsWith(`${basePath}/`)) return false
    const path = url.pathname.slice(basePath.length)
    const file = documentation.get(path)
    if (file) return refusesMethod(request, response) || sendFile(request, response, file)
    const operation = operations.get(path)
    if (!operation) return refuse(response, refusal('NOT_FOUND', `There is nothing here. ${basePath}/ lists what there is.`))
    const method = operation.isWrite ? 'POST' : 'GET'
    if (request.method !== method) return refuse(response, refusal('METHOD_NOT_ALLOWED', `Expected ${method}.`), { allow: method })

    const said = operation.isWrite ? await bodyOf(request) : queryOf(url)
    if ('refused' in said) return refuse(response, said.refused)
    const read = readInputs(operation, said.said, { areTexts: !operation.isWrite })
    if ('refused' in read) return refuse(response, read.refused)
    const answered = await ask(operation, read.variables, request.headers)
    return 'refused' in answered ? refuse(response, answered.refused) : sendJson(response, 200, answered.value)
  }
}

type Heard = { said: Said } | Refused

/** An input that is said twice is refused: two programs on the way might each believe another one of them. */
function queryOf({ searchParams }: URL): Heard {
  const twice = [...new Set(searchParams.keys())].find((name) => searchParams.getAll(name).length > 1)
  return twice === undefined ? { said: new Map(searchParams) } : badInput(twice, 'one', 'several')
}

async function bodyOf(request: IncomingMessage): Promise<Heard> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    return { refused: refusal('UNSUPPORTED_MEDIA_TYPE', 'Expected a body of the type application/json.') }
  }
  const text = await readBody(request, maxBodyBytes)
  if (text === undefined) {
    return { refused: refusal('BODY_TOO_LARGE', `The request is too large: expected at most ${maxBodyBytes} bytes. Send less.`) }
  }
  const body = parseObject(text)
  return body ? { said: new Map(Object.entries(body)) } : badInput('body', 'a JSON object', 'something else')
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

function refuse(response: ServerResponse, { code, message, httpStatus }: Refusal, headers: Record<string, string> = {}): true {
  return sendError(response, httpStatus, code, message, {
    ...headers,
    ...(httpStatus === 401 && { 'www-authenticate': 'Bearer' }),
    ...(code === 'BODY_TOO_LARGE' && lastHeaders(response)),
  })
}

function sendFile(request: IncomingMessage, response: ServerResponse, { type, bytes }: { type: string; bytes: Buffer }): true {
  response.writeHead(200, { 'content-type': type, 'content-length': bytes.length, 'cache-control': 'no-cache' })
  response.end(request.method === 'HEAD' ? undefined : bytes)
  return true
}
