import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBody } from '../../http/body.ts'
import { lastHeaders, type Handler } from '../../http/handler.ts'
import type { Answered, Ask } from '../ask.ts'
import type { Contract } from '../contract.ts'
import { readInputs } from '../inputs.ts'
import { readPrinted } from '../printed.ts'
import { badInput, refusal, type Refusal } from '../refusal.ts'
import { location, path } from './names.ts'
import { readQuestion, type Question } from './read.ts'
import { writeAnswer, writeFault } from './write.ts'

/** Longer than any question with its token. */
const maxBodyBytes = 64 * 1024

type Dependencies = { contract: Contract; ask: Ask }

/** `/soap/v1`: the operations of the contract as document/literal SOAP 1.1, and its WSDL at `/soap/v1?wsdl`. */
export function serveSoap({ contract, ask }: Dependencies): Handler {
  const wsdl = readPrinted('self-care.wsdl')

  return async (request, response, url) => {
    if (url.pathname !== path) return false
    if (['GET', 'HEAD'].includes(request.method ?? '') && /^\?wsdl$/i.test(url.search)) {
      return sendXml(
        response,
        200,
        wsdl.replace(location, () => addressOf(request)),
      )
    }
    if (request.method !== 'POST') return fault(response, refusal('METHOD_NOT_ALLOWED', 'Expected POST, or GET with ?wsdl.'))
    if (!/^(text|application)\/xml\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
      return fault(response, refusal('UNSUPPORTED_MEDIA_TYPE', 'Expected SOAP 1.1, of the type text/xml.'))
    }
    const text = await readBody(request, maxBodyBytes)
    if (text === undefined) {
      return fault(response, refusal('BODY_TOO_LARGE', `The request is too large: expected at most ${maxBodyBytes} bytes. Send less.`))
    }
    const question = readQuestion(contract, text)
    if ('refused' in question) return fault(response, question.refused)
    const answered = await answer(ask, question, request)
    if ('refused' in answered) return fault(response, answered.refused)
    return sendXml(response, 200, writeAnswer(question.operation, answered.value))
  }
}

async function answer(ask: Ask, { operation, said, token }: Question, { headers }: IncomingMessage): Promise<Answered> {
  const read = readInputs(operation, said, { areTexts: true })
  if ('refused' in read) return read
  // Whoever put the second one there meant another customer, or would not mind if it were one.
  if (token !== undefined && headers.authorization !== undefined)
    return badInput('Security header', 'one token', 'another beside Authorization')
  return ask(operation, read.variables, token === undefined ? headers : { ...headers, authorization: `Bearer ${token}` })
}

/** What HTTP itself has a word for is said so; every other fault is a 500, as SOAP 1.1 wants it. */
function fault(response: ServerResponse, refused: Refusal): true {
  const { httpStatus, code } = refused
  const isHttp = [405, 413, 415].includes(httpStatus)
  return sendXml(response, isHttp ? httpStatus : 500, writeFault(refused), {
    ...(httpStatus === 405 && { allow: 'GET, POST' }),
    ...(code === 'BODY_TOO_LARGE' && lastHeaders(response)),
  })
}

function sendXml(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): true {
  response.writeHead(status, {
    'content-type': 'text/xml; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...headers,
  })
  response.end(text)
  return true
}

/** Where the caller reached this door: the same WSDL is right behind every name and proxy. */
function addressOf({ headers, socket }: IncomingMessage): string {
  const scheme = headers['x-forwarded-proto'] === 'https' || 'encrypted' in socket ? 'https' : 'http'
  const host = /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:]+\](:\d{1,5})?$/i.exec(headers.host ?? String(headers[':authority'] ?? ''))?.[0]
  return host === undefined ? location : `${scheme}://${host}${path}`
}
