import { BssFailure, badAnswer } from '../../failure.ts'
import type { Connector } from '../contract.ts'
import { createExchange, type HttpAnswer } from '../http/exchange.ts'
import { refused } from '../http/failures.ts'
import type { HttpSettings } from '../http/settings.ts'
import { createDescription } from './description.ts'
import { readEnvelope, writeEnvelope, type SoapBody } from './envelope.ts'
import { faultFailure } from './fault.ts'
import { usernameToken } from './security.ts'
import type { SoapSettings } from './settings.ts'

export type SoapRequest = {
  /** As the WSDL calls it; it goes into errors and the log. */
  operation: string
  /** What stands in its element, in the order of the schema. */
  body: SoapBody
}
/** The one element of the Body: its name, and what it holds as plain data without namespaces (see `parseXml`). */
export type SoapAnswer = { element: string; body: unknown }

/**
 * SOAP 1.1 over HTTP, document/literal. Where a call goes, its action and its namespace come from the service's WSDL; without one that can be read,
 * from the settings. Answers may be SOAP 1.2 as well.
 */
export function createSoapConnector(settings: SoapSettings, trust?: HttpSettings): Connector<SoapRequest, SoapAnswer> {
  const http = createExchange(trust)
  const description = createDescription(settings, http)
  const { origin } = settings.url
  return {
    async send({ operation, body }, { timeoutMs, signal }) {
      const begun = performance.now()
      const name = `soap ${operation}`
      // Only the first calls ever wait for the WSDL, and with half of their time at most.
      const call = await description.of(operation, { timeoutMs: timeoutMs / 2, signal })
      const header = settings.credentials ? usernameToken(settings.credentials, new Date()) : ''
      const answer = await http.send(
        {
          name,
          origin,
          path: call.path,
          method: 'POST',
          headers: { accept: 'text/xml', 'content-type': 'text/xml;charset=utf-8', soapaction: `"${call.action}"` },
          body: writeEnvelope(call, header, body, name),
          // Faults come with status 500, as SOAP has it, and with others.
          isTold: (told) => /xml/i.test(told.header('content-type') ?? ''),
        },
        { timeoutMs: Math.max(1, Math.ceil(timeoutMs - (performance.now() - begun))), signal },
      )
      return readAnswer(answer, name)
    },
    close: () => http.close(),
  }
}

function readAnswer({ status, header, body }: HttpAnswer, name: string): SoapAnswer {
  const isOk = status >= 200 && status <= 299
  const read = readEnvelope(body, header('content-type'), name)
  if (read instanceof BssFailure) throw isOk ? read : refused(name, status, header('retry-after'))
  if (read.fault) throw faultFailure(name, read.fault, header('retry-after'))
  if (!isOk) throw refused(name, status, header('retry-after'))
  const [answer, ...more] = read.content
  if (!answer || more.length > 0) throw badAnswer(name, 'one element in the Body', String(read.content.length))
  return answer
}
