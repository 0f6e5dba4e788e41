import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { SoapSettings } from '../bss/connectors/soap/settings.ts'

/** A SOAP service that answers what a test says, on a real socket. */
export type SoapService = {
  settings: SoapSettings
  /** What was asked, the newest last: its WSDL with GET, its operations with POST. */
  requests: { method: string; path: string; headers: IncomingHttpHeaders; body: string }[]
  /** Answers every GET from now on. @default status 404 */
  describe: (response: ServerResponse, path: string) => void
  /** Answers every POST from now on. @default an empty response */
  answer: (response: ServerResponse) => void
  close(): Promise<void>
}

export async function startSoapService(): Promise<SoapService> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request
      service.requests.push({ method, path, headers, body: Buffer.concat(chunks).toString('utf8') })
      if (method === 'GET') service.describe(response, path)
      else service.answer(response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const service: SoapService = {
    settings: { url: new URL(`http://127.0.0.1:${port}/legacy/billing`), namespace: 'urn:configured' },
    requests: [],
    describe: (response) => response.writeHead(404).end(),
    answer: (response) => sendXml(response, envelope('<r:Response xmlns:r="urn:r"/>')),
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
  return service
}

export function envelope(body: string): string {
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`
}

export function sendXml(response: ServerResponse, xml: string | Buffer, status = 200, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'text/xml', ...headers })
  response.end(xml)
}
