import { createServer, type ServerResponse } from 'node:http'
import { apiNames, type RestSettings } from '../bss/connectors/rest/settings.ts'

/** A back-end that does what a test says, on a real socket. */
export type BackEnd = {
  apis: RestSettings
  /** How many requests have arrived. */
  calls: number
  /** Answers every request from now on. @default a billing account without debts */
  answer: (response: ServerResponse, path: string) => void
  close(): Promise<void>
}

export async function startBackEnd(): Promise<BackEnd> {
  const server = createServer((request, response) => {
    backEnd.calls++
    request.resume()
    backEnd.answer(response, request.url ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const backEnd: BackEnd = {
    apis: Object.fromEntries(apiNames.map((api) => [api, new URL(`${url}/${api}`)])) as RestSettings,
    calls: 0,
    answer: (response) => sendAccount(response, 0),
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
  return backEnd
}

/** A TMF666 answer: one account that owes so much, in whole euros. */
export function sendAccount(response: ServerResponse, euros: number): void {
  sendJson(response, [{ id: 'A-1', accountBalance: [{ balanceType: 'receivableBalance', amount: { unit: 'EUR', value: euros } }] }])
}

export function sendJson(response: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}
