import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Pool } from 'undici'
import type { Policy } from '@mosaic/schemas/bss'
import { createRestConnector } from '../../../bff/src/bss/connectors/rest/connector.ts'
import { apiNames, type RestSettings } from '../../../bff/src/bss/connectors/rest/settings.ts'
import { percentile, type Row } from '../results.ts'
import type { Part } from './contract.ts'
import { contractPolicies, openMosaic, scopeOf } from './peers/mosaic.ts'

/** Each is waited for this often, a few milliseconds apart. */
const configuredMs = [100, 250, 500, 1_000, 2_000]
const times = 12
const apartMs = 37
const method = 'account'
/** An undici request that is queued has no limit: it is given up after this, to see that. */
const capMs = 4_000

/** How much later (or earlier) than configured a wait ends, before a back-end that takes every request and answers none. */
export const exact: Part = {
  title: 'Waits as configured',
  why: `${configuredMs.length * times} waits each for an answer and for a connection`,
  async run() {
    const server = await startSilent()
    try {
      const { port } = server.address() as AddressInfo
      const url = `http://127.0.0.1:${port}`
      // All at once: they wait, they do not work.
      const [answer, connection, headers, timer, queue] = await Promise.all([
        deviations((ms) => ours(url, { readTimeoutMs: ms, poolSize: 1_000 })),
        deviations((ms) => oursBehindOthers(url, ms)),
        deviations((ms) => undici(url, ms)),
        deviations((ms) => Promise.resolve(() => after(ms))),
        queued(url),
      ])
      return [
        ...rowsOf('a bare timer of Node', timer),
        ...rowsOf('read timeout, mosaic', answer),
        ...rowsOf('read timeout, undici headersTimeout', headers),
        ...rowsOf('wait for a connection, mosaic', connection),
        queue,
      ]
    } finally {
      server.closeAllConnections()
      server.close()
    }
  },
}

async function startSilent(): Promise<Server> {
  const server = createServer((request) => void request.resume()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

/** How far each wait is from what was configured, in milliseconds. */
async function deviations(wait: (ms: number) => Promise<() => Promise<unknown>>): Promise<number[]> {
  const all = configuredMs.map(async (ms) => {
    const begin = await wait(ms)
    return Promise.all(
      Array.from({ length: times }, async (_, index) => {
        await after(index * apartMs)
        const begun = performance.now()
        await begin()
        return performance.now() - begun - ms
      }),
    )
  })
  return (await Promise.all(all)).flat()
}

async function ours(url: string, changes: Partial<Policy>): Promise<() => Promise<unknown>> {
  const apis = Object.fromEntries(apiNames.map((api) => [api, new URL(`${url}/${api}`)])) as RestSettings
  const { bss } = await openMosaic({ connectors: { rest: createRestConnector(apis) } })
  const only = { retries: 0, circuitFailurePercent: 0, failureMemoryMs: 0, t2Ms: 0, connectionWaitMs: 0 }
  const policies = { ...contractPolicies, [method]: { ...contractPolicies[method], ...only, ...changes } }
  let customer = 0
  return async () => {
    const answer = await bss.call(scopeOf({ customer: customer++ }, policies), method)
    if (answer.status === 'ok') throw new Error('A silent back-end answered')
  }
}

/** The one connection is taken for longer than anybody waits for it. */
async function oursBehindOthers(url: string, ms: number): Promise<() => Promise<unknown>> {
  const call = await ours(url, { readTimeoutMs: 10_000, poolSize: 1, connectionWaitMs: ms })
  void call()
  return call
}

async function undici(url: string, ms: number): Promise<() => Promise<unknown>> {
  const pool = new Pool(url, { connections: null, headersTimeout: ms })
  const call = () => pool.request({ path: '/', method: 'GET' }).catch(() => undefined)
  return Promise.resolve(call)
}

/** How long a request waits for the one connection of an undici pool that another has. */
async function queued(url: string): Promise<Row> {
  const pool = new Pool(url, { connections: 1, headersTimeout: 0 })
  const taken = pool.request({ path: '/', method: 'GET' }).catch(() => undefined)
  const begun = performance.now()
  const waiting = pool.request({ path: '/', method: 'GET', headersTimeout: configuredMs[0] as number }).catch(() => undefined)
  await Promise.race([waiting, after(capMs)])
  const value = performance.now() - begun
  await pool.destroy()
  await taken
  return { case: 'wait for a connection, undici', metric: value < capMs - 1 ? 'waited' : 'has no limit: given up', value, unit: 'ms' }
}

function rowsOf(name: string, values: readonly number[]): Row[] {
  return [
    { case: name, metric: 'late by, p50', value: percentile(values, 0.5), unit: 'ms' },
    { case: name, metric: 'late by, p99', value: percentile(values, 0.99), unit: 'ms' },
    { case: name, metric: 'late by, least', value: Math.min(...values), unit: 'ms' },
  ]
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
