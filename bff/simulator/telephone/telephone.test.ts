import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../start.ts'

type Word = { callId: string; event: string; from: string; dialled: string; agent?: string; at: string }
let simulator: Simulator
let desk: { url: string; heard: Word[]; status: number; close(): Promise<void> }

beforeEach(async () => {
  desk = await startDesk('secret')
  simulator = await startSimulator({ port: 0, telephone: { url: desk.url, secret: 'secret' } })
})
afterEach(async () => {
  await simulator.close()
  await desk.close()
})

const page = (path = '', headers: Record<string, string> = {}) => fetch(`${simulator.url}/_simulator/telephone${path}`, { headers })
const press = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${simulator.url}/_simulator/telephone`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual', headers })

test('a call is played on the page, and each word of it is told and signed', async () => {
  const number = simulator.customers[0]?.lines[0]?.msisdn
  expect(await (await page()).text()).toContain('Marco Ferrari')
  const rung = await press({ play: 'ring', line: 'L-0001-1', agent: 'S-anna' })
  expect([rung.status, rung.headers.get('location')]).toEqual([303, '/_simulator/telephone?lang=it'])
  const id = /name="call" value="([^"]+)"/.exec(await (await page()).text())?.[1] ?? ''
  await press({ play: 'answer', call: id, agent: 'S-bruno' })
  expect(await (await page()).text()).toContain(`${desk.url}/care?call=${id}`)
  await press({ play: 'hangUp', call: id })
  expect(desk.heard.map(({ callId, event, from, dialled, agent }) => [callId, event, from, dialled, agent])).toEqual([
    [id, 'ringing', number, '+39800399100', 'S-anna'],
    [id, 'answered', number, '+39800399100', 'S-bruno'],
    [id, 'hungUp', number, '+39800399100', 'S-bruno'],
  ])
  expect(await (await page('?lang=en')).text()).toContain('Over')
})

test('a number can be withheld, and another number dialled', async () => {
  await press({ play: 'ring', line: 'L-0001-1', withheld: 'yes', dialled: '+39800399200' })
  expect(desk.heard).toMatchObject([{ from: 'anonymous', dialled: '+39800399200' }])
  expect(desk.heard[0]).not.toHaveProperty('agent')
})

test('what the desk has not taken is said, and the call goes on', async () => {
  desk.status = 503
  const call = await simulator.telephone.ring({ lineId: 'L-0001-1' })
  expect(call.trouble).toBe('HTTP 503')
  expect(await (await page()).text()).toContain('HTTP 503')
  simulator.telephone.connect({ url: 'http://127.0.0.1:9', secret: 'secret' })
  expect((await simulator.telephone.hangUp(call.id)).trouble).toBe('no answer')
})

test.each<Record<string, string>>([
  { play: 'ring', line: 'L-9999-1' },
  { play: 'answer', call: 'call-none', agent: 'S-anna' },
  { play: 'hangUp', call: 'call-none' },
  { play: 'answer', call: 'call-none' },
  { play: 'sing' },
])('%j is refused', async (form) => {
  expect((await press(form)).status).toBe(400)
  expect(desk.heard).toEqual([])
})

test('it obeys this machine only, runs no script and escapes what it shows', async () => {
  expect((await press({ play: 'ring', line: 'L-0001-1' }, { origin: 'https://elsewhere.example' })).status).toBe(403)
  const { headers } = await page()
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  await simulator.telephone.ring({ lineId: 'L-0001-1', agent: '<script>' })
  expect(await (await page()).text()).not.toContain('<script')
})

/** Something that hears of calls and believes what is signed rightly. */
async function startDesk(secret: string) {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const [, seconds, signature] = /^t=(\d+),v1=([0-9a-f]+)$/.exec(String(request.headers['x-mosaic-signature'])) ?? []
      const isRight = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex') === signature
      if (isRight && request.url === '/care/calls') started.heard.push(JSON.parse(body) as Word)
      response.writeHead(isRight ? started.status : 401).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const started = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard: [] as Word[],
    status: 200,
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
  return started
}
