import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Simulator } from '../../../simulator/start.ts'
import { createBrowser } from '../../../simulator/testing/browser.ts'
import type { StepUpSettings } from '../settings.ts'

/** The simulator sends browsers to programs of this machine only. */
export const redirectUri = 'http://127.0.0.1:4000/a/verified'

/** How the BFF asks the simulator's network, or something that stands before it. */
export function networkSettings(url: string, changes: Partial<StepUpSettings> = {}): StepUpSettings {
  return {
    apis: new URL(`${url}/camara/`),
    authorize: new URL(`${url}/camara/authorize`),
    token: new URL(`${url}/camara/token`),
    clientId: 'mosaic-bff',
    clientSecret: 'demo-network',
    swapHours: 72,
    minutes: 15,
    ...changes,
  }
}

/** What a browser brings back that was sent to the network: on a telephone of this number, or on none. */
export async function visitNetwork(simulator: Simulator, location: string, phone: string | undefined) {
  const browser = createBrowser()
  if (phone) await browser.visit(`${simulator.url}/phone/${encodeURIComponent(phone)}`)
  const { location: back } = await browser.visit(location)
  const query = URL.parse(back)?.searchParams
  return { address: back, state: query?.get('state') ?? '', code: query?.get('code') ?? undefined, error: query?.get('error') ?? undefined }
}

export type Asked = { path: string; body: string; authorization: string | undefined }

/** Stands before the network, writes down what it is asked, and may answer for it. */
export async function startListener(simulator: Simulator) {
  const asked: Asked[] = []
  let instead: { status: number; body: string } | undefined
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const { authorization, 'content-type': type = '' } = request.headers
      const path = request.url ?? ''
      asked.push({ path, body, authorization })
      if (instead && !path.endsWith('/token')) return void response.writeHead(instead.status).end(instead.body)
      const headers = { 'content-type': type, ...(authorization && { authorization }) }
      void fetch(simulator.url + path, { method: 'POST', body, headers }).then(async (answer) =>
        response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer())),
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer: (answer: typeof instead) => void (instead = answer),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
